"""Which public calls of the engine were made through the binding, and which were not.

`watch` puts a counter before every function of the C module; `uncovered` compares with the headers."""

import api_model

made = set()
BY_HAND = {"engine_open": "tc_engine_open", "engine_close": "tc_engine_close", "run_batch": "tc_command_batch",
           "submit": "tc_command_submit", "queue_take": "tc_queue_next", "queue_open": "tc_queue_open",
           "queue_fd": "tc_queue_fd", "queue_in_flight": "tc_queue_in_flight", "queue_close": "tc_queue_close",
           "snapshot_open": "tc_snapshot_open", "snapshot_refresh": "tc_snapshot_refresh",
           "snapshot_time": "tc_snapshot_time", "snapshot_commit": "tc_snapshot_commit",
           "snapshot_close": "tc_snapshot_close"}


def counted(function, name):
    def call(*given):
        made.add(name)
        return function(*given)

    return call


def watch(core, commands):
    model = api_model.load()
    kinds = [c["function"] for c in api_model.commands(model)]
    run = core.run

    def counted_run(engine, number, values):
        made.add("tc_command_run")
        if number < len(kinds):
            made.add(kinds[number])
        return run(engine, number, values)

    core.run = commands.run = counted_run
    for name in list(vars(core)):
        public = BY_HAND.get(name, f"tc_{name}")
        if name != "run" and public in model["functions"]:
            setattr(core, name, counted(getattr(core, name), public))


def uncovered():
    return sorted(set(api_model.load()["functions"]) - made)
