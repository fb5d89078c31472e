#!/usr/bin/env python3
"""An analysis as one would make it in a notebook: what the feed tells of a sale, as a table and a picture.

    sales_plot.py STORE PICTURE.svg

Cells are parted by "# %%"; editors that know notebooks run them one by one."""

# %% What happened: every ticket that was issued, taken from the feed, with its order's money.
import sys
from collections import Counter, defaultdict
from itertools import accumulate

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

import ticketcore as tc

store, picture = sys.argv[1], sys.argv[2]
sold, by_type, held, orders = [], Counter(), [], {}
with tc.Engine(store, read_only=True) as engine:
    with engine.snapshot() as now:
        names = {(e.event, t.ticket_type): f"{e.name}: {t.name}" for e in now.events() for t in now.ticket_types(e.event)}
        for event in now.feed():
            data = event.data
            if event.type is tc.FeedType.TICKET_ISSUED:
                sold.append((event.time, event.event))
                by_type[names[event.event, data["type"]]] += 1
            elif event.type is tc.FeedType.ORDER_CONFIRMED:
                orders[event.subject] = (event.time, data["total_minor"])
            elif event.type in (tc.FeedType.HOLD_CREATED, tc.FeedType.HOLD_RELEASED, tc.FeedType.HOLD_EXPIRED,
                                tc.FeedType.HOLD_SOLD):
                step = 1 if event.type is tc.FeedType.HOLD_CREATED else -1
                held.append((event.time, step * len(data["items"])))

# %% In numbers.
print(f"{len(sold)} tickets in {len(orders)} orders, {sum(total for _, total in orders.values()) / 100:.2f} in all")
for name, count in by_type.most_common():
    print(f"{count:6}  {name}")

# %% In a picture: tickets sold over time by event, and places held at each moment.
figure, (above, below) = plt.subplots(2, 1, sharex=True, figsize=(9, 6))
times = defaultdict(list)
for at, show in sold:
    times[show].append(at)
for show, moments in times.items():
    above.step(moments, range(1, len(moments) + 1), where="post", label=f"event {show}")
above.set_ylabel("tickets sold")
above.legend()
below.fill_between([at for at, _ in held], list(accumulate(step for _, step in held)), step="post", alpha=0.4)
below.set_ylabel("places held")
figure.autofmt_xdate()
figure.savefig(picture)
print(f"picture in {picture}")
