// Compiled by tsc --strict, never run: what the types promise.
import tc, { Engine, SeatTakenError, command, type HoldCreateResult, type OrderState, type TicketcoreError } from '../index.mjs';

export async function sell(path: string, signal: AbortSignal): Promise<bigint> {
  await using engine = await Engine.open(path, { create: true });
  const made: HoldCreateResult = await engine.holdCreate({ seats: [{ event: 1n, seat: 3 }], ttlMs: 60_000 }, { signal });
  const [first]: (HoldCreateResult | TicketcoreError)[] = await engine.batch([command.holdCreate({ seats: [{ event: 1n, seat: 4 }] })]);
  if (first instanceof SeatTakenError) return first.subject;
  // @ts-expect-error an option nobody knows
  await engine.holdCreate({ seats: [], ttl: 5 });
  // @ts-expect-error ids are bigint
  await engine.holdRelease({ hold: 3, secret: made.secret });
  // @ts-expect-error what must be given
  await engine.holdRelease({ hold: made.hold });
  // @ts-expect-error no such state
  const state: OrderState = 'nonsense';
  using now = engine.snapshot();
  for (const ticket of now.tickets({ event: 1n, flags: ['labels'] })) void ticket.label;
  for await (const event of engine.feed({ follow: true, signal })) {
    if (event.type === 'ticket.issued') return event.data.order + BigInt(state.length);
    if (event.type === 'hold.created') return event.data.items[0]?.event ?? BigInt(tc.BATCH_MAX);
  }
  for await (const job of engine.payments({ worker: 1n, signal })) await job.answer('done', { reference: 'x' });
  return made.hold;
}
