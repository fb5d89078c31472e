"""ticketcore: an embeddable ticketing engine. One library, one file store, no server.

    >>> from ticketcore import Engine
    >>> with Engine("", memory=True) as engine:
    ...     venue = engine.venue_create(name="Globe", city="London")
    ...     with engine.snapshot() as now:
    ...         now.venue_get(venue.venue).city
    'London'

Ids are numbers the engine gives; a ``Secret`` is the authority over a hold, an order or a ticket. Times are
aware datetimes, durations are timedeltas, money is in minor units as an int. Every refusal is an exception
of its own class (``SeatTaken``) under ``TicketcoreError``.
"""

from ._base import Command, Secret, Value
from . import _setup  # noqa: F401  (before anything is opened)
from ._commands import *  # noqa: F401,F403
from ._constants import *  # noqa: F401,F403
from ._enums import *  # noqa: F401,F403
from ._errors import *  # noqa: F401,F403
from ._failure import Closed, TicketcoreError
from ._reads import (
    account_name,
    barcode_verify,
    feed_cursor_at,
    feed_cursor_sequence,
    feed_type_name,
    map_validate,
    message_channel_name,
    message_kind_name,
    message_state_name,
    order_state_name,
    payment_kind_name,
    posting_reason_name,
    request_id_new,
    scan_answer_name,
    scan_answer_sentence,
    template_render,
    version,
    webhook_sign,
    webhook_verify,
)
from ._values import *  # noqa: F401,F403
from .aio import Abandoned, AsyncEngine
from .engine import Engine, load
from .snapshot import Snapshot

from . import _commands, _constants, _enums, _errors, _values

__version__ = version()

__all__ = [
    "Abandoned",
    "AsyncEngine",
    "Closed",
    "Command",
    "Engine",
    "Secret",
    "Snapshot",
    "TicketcoreError",
    "Value",
    "account_name",
    "barcode_verify",
    "feed_cursor_at",
    "feed_cursor_sequence",
    "feed_type_name",
    "load",
    "map_validate",
    "message_channel_name",
    "message_kind_name",
    "message_state_name",
    "order_state_name",
    "payment_kind_name",
    "posting_reason_name",
    "request_id_new",
    "scan_answer_name",
    "scan_answer_sentence",
    "template_render",
    "version",
    "webhook_sign",
    "webhook_verify",
]
__all__ += [name for module in (_commands, _constants, _enums, _errors, _values) for name in module.__all__]
