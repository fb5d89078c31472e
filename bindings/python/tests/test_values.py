"""Values, errors and numbers as Python has them: frozen, compared, pickled, exact."""

import copy
import dataclasses
import inspect
import pickle
import typing
import uuid
from datetime import datetime, timedelta, timezone

import pytest

import api_model
import gen_python_c
import ticketcore as tc
from ticketcore import _core, _setup, _values

VALUES = [getattr(tc, name) for name in _values.__all__]
COMMANDS = [value for value in vars(tc).values() if isinstance(value, type) and issubclass(value, tc.Command)
            and value is not tc.Command]


@pytest.mark.parametrize("kind", VALUES + COMMANDS, ids=lambda kind: kind.__name__)
def test_a_class_is_frozen_slotted_and_documented(kind):
    assert dataclasses.is_dataclass(kind) and kind.__dataclass_params__.frozen
    assert not hasattr(kind, "__dict__") or "__dict__" not in dir(kind)
    assert kind.__doc__ and "NULL" not in kind.__doc__
    for field in dataclasses.fields(kind):
        assert f"{field.name}:" in kind.__doc__, f"{kind.__name__}.{field.name} has no words"


@pytest.mark.parametrize("kind", COMMANDS, ids=lambda kind: kind.__name__)
def test_a_command_has_a_method_of_its_name_on_both_engines(kind):
    name = kind.command_kind.name.lower()
    for engine in (tc.Engine, tc.AsyncEngine):
        method = getattr(engine, name)
        given = set(inspect.signature(method).parameters) - {"self"}
        assert given == {field.name for field in dataclasses.fields(kind)}
        assert method.__doc__
    assert inspect.iscoroutinefunction(getattr(tc.AsyncEngine, name))


def test_there_is_a_command_for_every_kind():
    assert {kind.command_kind for kind in COMMANDS} == set(tc.CommandKind)


def test_a_value_cannot_be_changed():
    seat = tc.HoldSeat(1, 2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        seat.seat = 3
    with pytest.raises((AttributeError, TypeError, dataclasses.FrozenInstanceError)):
        seat.other = 3


def test_values_compare_hash_copy_and_pickle(engine):
    seat = tc.HoldSeat(1, 2, 3)
    command = tc.HoldCreate(seats=(seat,), ttl=timedelta(seconds=3), request_id=tc.request_id_new())
    result = engine.venue_create(name="x")
    for value in (seat, command, result, tc.Contact(tc.MessageChannel.SMS, "1")):
        assert pickle.loads(pickle.dumps(value)) == value == copy.deepcopy(value)
        assert hash(value) == hash(copy.copy(value))
    assert dataclasses.replace(seat, seat=9) == tc.HoldSeat(1, 9, 3)
    assert dataclasses.replace(command, ttl=None).seats == (seat,)
    assert dataclasses.asdict(seat) == {"event": 1, "seat": 2, "version": 3}


def test_a_secret_does_not_show_itself(house):
    hold = house.hold(0)
    assert hold.secret.hex() not in repr(hold) and hold.secret.hex() not in f"{hold}"
    assert repr(bytes(hold.secret)) not in f"{hold.secret!s} {hold.secret!r}"
    assert isinstance(pickle.loads(pickle.dumps(hold)).secret, tc.Secret)


def test_numbers_have_the_headers_values():
    model = api_model.load()
    for enum, body in model["enums"].items():
        made = getattr(tc, gen_python_c.enum_class(enum))
        assert sorted(set(made.__members__.values())) == sorted({value["value"] for value in body["values"]})
    for name, value in api_model.constants(model).items():
        if not name.startswith("TC_VERSION"):
            assert getattr(tc, name[3:]) == value


@pytest.mark.parametrize("row", api_model.errors(), ids=lambda row: row[0])
def test_an_error_has_its_class_and_words(row):
    name, number, kind, sentence, _ = row
    made = tc.BY_CODE[number]
    error = pickle.loads(pickle.dumps(made(sentence, code=number, subject=4, field="x")))
    assert type(error) is made and error.code == number and error.code.name == name
    assert (error.subject, error.field, error.message, str(error)) == (4, "x", sentence, sentence)
    assert error.error_class.name == kind and error.error_class == _core.error_class(number)
    assert _core.error_name(number) == name and _core.error_sentence(number) == sentence
    assert issubclass(made, {"REFUSED": tc.Refused, "CONFLICT": tc.Conflicted, "RETRY": tc.TryAgain,
                             "STORE": tc.StoreFailed, "FATAL": tc.HandleDead}[kind])


def test_an_unknown_code_is_fatal():
    from ticketcore import _failure

    made = _failure.make(-9999, 0, 0, 0, 0, 0, (), 0, "", "from a newer engine")
    assert isinstance(made, tc.HandleDead) and made.error_class is tc.ErrorClass.FATAL


@pytest.mark.parametrize("moment", [
    datetime(1970, 1, 1, tzinfo=timezone.utc), datetime(1969, 12, 31, 23, 59, 59, 999000, tzinfo=timezone.utc),
    datetime(2026, 3, 29, 1, 30, 0, 123000, tzinfo=timezone.utc),
    datetime(2300, 1, 1, 0, 0, 0, 1000, tzinfo=timezone.utc), datetime(9999, 12, 31, 23, 59, 59, 999000, tzinfo=timezone.utc),
])
def test_times_are_exact(moment):
    assert _setup.from_ms(_setup.to_ms(moment)) == moment
    if moment > datetime(1971, 1, 1, tzinfo=timezone.utc):
        engine = tc.Engine("", memory=True, clock=moment)
        assert engine.clock() == moment
        engine.close()


def test_times_of_any_zone_are_the_same_moment(engine, clock):
    vienna = timezone(timedelta(hours=2))
    made = engine.event_create(name="x", currency="EUR", starts_at=(clock + timedelta(days=1)).astimezone(vienna))
    with engine.snapshot() as now:
        assert now.event_get(made.event).starts_at == clock + timedelta(days=1)
        assert now.event_get(made.event).starts_at.tzinfo is timezone.utc


def test_a_part_of_a_millisecond_is_never_nothing(house, clock):
    hold = house.hold(0, ttl=timedelta(microseconds=1))
    assert hold.expires_at == clock + timedelta(milliseconds=1)


def test_request_ids_are_uuids():
    made = tc.request_id_new()
    assert isinstance(made, uuid.UUID) and made != tc.request_id_new()


def test_every_public_name_is_there():
    assert len(set(tc.__all__)) == len(tc.__all__)
    for name in tc.__all__:
        assert getattr(tc, name) is not None
    assert typing.get_type_hints(tc.Engine.hold_create)["return"] is tc.HoldCreateResult
