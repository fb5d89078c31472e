#!/usr/bin/env python3
"""A small box office on the web: box_office.py STORE [--port N] (FastAPI, one process, no database beside).

Every request is a coroutine; changes of many visitors share commits. Who closes the page in the middle
loses nothing: the request's own id makes a repeated hold or order the same one."""

import argparse
import os
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import List, Optional
from uuid import UUID

from fastapi import FastAPI, Header, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel

import ticketcore as tc

# What a browser can do about an error is its class.
STATUS = {tc.Refused: 422, tc.Conflicted: 409, tc.TryAgain: 503, tc.StoreFailed: 500, tc.HandleDead: 500}


class WantedSeats(BaseModel):
    quantity: Optional[int] = None
    seats: List[int] = []
    buyer: Optional[str] = None


class Purchase(BaseModel):
    hold: int
    secret: str
    ticket_type: int
    places: int
    expected_total_minor: int
    email: str
    locale: str = "en"


def make_app(store: str) -> FastAPI:
    @asynccontextmanager
    async def life(app: FastAPI):
        async with tc.AsyncEngine(store) as engine:
            app.state.engine = engine
            yield

    app = FastAPI(title="Box office", lifespan=life)

    @app.exception_handler(tc.TicketcoreError)
    async def refused(_: Request, error: tc.TicketcoreError) -> JSONResponse:
        status = 404 if isinstance(error, tc.NotFound) else next(s for kind, s in STATUS.items() if isinstance(error, kind))
        return JSONResponse({"error": error.code.name, "message": error.message, "field": error.field,
                             "subject": error.subject}, status)

    def engine_of(request: Request) -> tc.AsyncEngine:
        return request.app.state.engine

    @app.get("/events")
    async def events(request: Request, text: Optional[str] = None):
        with engine_of(request).snapshot() as now:
            return [{"event": e.event, "name": e.name, "starts_at": e.starts_at, "currency": e.currency}
                    for e in now.events(text=text, statuses=[tc.EventStatus.ON_SALE])]

    @app.get("/events/{event}")
    async def event(request: Request, event: int):
        with engine_of(request).snapshot() as now:
            free = now.availability_get(event)
            return {"name": now.event_get(event).name, "free": free.free, "version": free.inventory_version,
                    "prices": [{"ticket_type": t.ticket_type, "name": t.name, "price_minor": t.price_minor}
                               for t in now.ticket_types(event)]}

    @app.post("/events/{event}/holds", status_code=201)
    async def hold(request: Request, event: int, wanted: WantedSeats, idempotency_key: Optional[UUID] = Header(None)):
        engine = engine_of(request)
        if wanted.seats:
            made = await engine.hold_create(seats=[(event, seat) for seat in wanted.seats], buyer=wanted.buyer,
                                            ttl=timedelta(minutes=10), request_id=idempotency_key)
        else:
            made = await engine.hold_best(event=event, quantity=wanted.quantity or 1, buyer=wanted.buyer,
                                          ttl=timedelta(minutes=10), request_id=idempotency_key)
        return {"hold": made.hold, "secret": made.secret.hex(), "expires_at": made.expires_at,
                "seats": [s.seat for s in made.seats], "adjacent": made.adjacent}

    @app.delete("/holds/{hold}", status_code=204)
    async def release(request: Request, hold: int, secret: str):
        await engine_of(request).hold_release(hold=hold, secret=bytes.fromhex(secret))

    @app.post("/orders", status_code=201)
    async def order(request: Request, wanted: Purchase, idempotency_key: Optional[UUID] = Header(None)):
        with engine_of(request).snapshot() as now:
            seats = now.hold_seats(wanted.hold)
            currency = now.event_get(seats[0].event).currency
        made = await engine_of(request).order_create(
            request_id=idempotency_key, hold=wanted.hold, hold_secret=bytes.fromhex(wanted.secret),
            items=[(wanted.ticket_type,)] * wanted.places, method=tc.PayMethod.PAID, expected_currency=currency,
            expected_total_minor=wanted.expected_total_minor,
            contacts=[tc.Contact(tc.MessageChannel.EMAIL, wanted.email, wanted.locale)])
        return {"order": made.order, "secret": made.secret.hex(), "total_minor": made.total_minor,
                "currency": made.currency, "tickets": made.tickets}

    @app.get("/orders/{order}/tickets")
    async def tickets(request: Request, order: int, secret: str):
        key = bytes.fromhex(secret)
        with engine_of(request).snapshot() as now:
            return [{"ticket": t.id, "row": t.row, "seat": t.label,
                     "barcode": now.ticket_barcode(t.id, now.ticket_secret(t.id, key))}
                    for t in now.tickets(order=order, secret=key, labels=True)]

    return app


if __name__ == "__main__":
    import uvicorn

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
    given = parser.parse_args()
    uvicorn.run(make_app(given.store), host="127.0.0.1", port=given.port)
