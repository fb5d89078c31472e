// Selling through the binding: commands, reads, iterators, errors, from the hold to the gate and the outbox.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { NOW, disk, folder, house, memory, tc, watched } from './house.mjs';

watched();
const { command } = tc;
const all = (iterator) => [...iterator];

async function with_(make, run) {
  const engine = await make();
  try {
    await run(engine, await house(engine));
  } finally {
    await engine.close();
  }
}

test('a hold, an order, tickets, a scan', () => with_(memory, async (engine, h) => {
  const hold = await h.hold([0, 1], { buyer: 'ada', ttlMs: 900000 });
  assert.equal(hold.expiresAt.getTime(), NOW.getTime() + 900000);
  assert.deepEqual(hold.seats, [{ event: h.event, seat: 0, version: 2 }, { event: h.event, seat: 1, version: 2 }]);
  const extended = await engine.holdExtend({ hold: hold.hold, secret: hold.secret, ttlMs: 600000 });
  assert.ok(extended.expiresAt instanceof Date);
  const order = await engine.orderCreate({ hold: hold.hold, holdSecret: hold.secret, method: 'paid',
    items: [{ ticketType: h.type }, { ticketType: h.type }], expectedCurrency: 'EUR', expectedTotalMinor: 6000n });
  assert.equal(order.totalMinor, 6000n);
  const now = engine.snapshot();
  const tickets = all(now.tickets({ order: order.order, secret: order.secret, flags: ['labels'] }));
  assert.deepEqual(tickets.map((one) => one.label), ['1', '2']);
  const barcode = now.ticketBarcode(tickets[0].id, now.ticketSecret(tickets[0].id, order.secret));
  assert.equal(tc.barcodeVerify(now.signingKeyList(), barcode, engine.clock()).window, 'in_time');
  assert.equal(now.ticketGet(tickets[0].id).id, tickets[0].id);
  assert.equal(now.holdGet(hold.hold, hold.secret).state, 'sold');
  assert.equal(now.holdPeek(hold.hold).state, 'sold');
  now.holdSeats(hold.hold);
  now.holdPools(hold.hold);
  now.orderGet(order.order, order.secret);
  assert.equal(now.orderLines(order.order, order.secret).length, 2);
  now.close();
  const scans = [];
  for (let i = 0; i < 2; i++) scans.push((await engine.checkinScan({ event: h.event, barcode, gate: 3 })).answer);
  assert.deepEqual(scans, ['valid', 'used']);
  assert.match(tc.scanAnswerSentence(scans[1]), /./);
  const later = engine.snapshot();
  assert.equal(all(later.scans(h.event)).length, 2);
  assert.ok(later.ticketCount(h.event));
  later.close();
}));

test('a refusal has class, code, subject and versions', () => with_(memory, async (engine, h) => {
  await h.hold([3]);
  await assert.rejects(h.hold([2, 3]), (e) => e instanceof tc.SeatTakenError && e instanceof tc.ConflictedError &&
    e.code === 'SEAT_TAKEN' && e.class === 'conflict' && e.subject === 3n && e.name === 'SeatTakenError');
  await assert.rejects(engine.venueUpdate({ venue: 99n, name: 'x' }), tc.NotFoundError);
  const { venue } = await engine.venueCreate({ name: 'Globe' });
  await assert.rejects(engine.venueUpdate({ venue, name: 'Rose', expectedVersion: 9n }), (e) => e.actualVersion === 1n && e.expectedVersion === 9n);
  const [refused] = await engine.batch([command.holdCreate({ seats: [{ event: h.event, seat: 3, version: 1 }] })]);
  assert.equal(refused.conflicts[0].state, 'held');
  assert.equal(refused.conflicts[0].expectedVersion, 1);
}));

test('a batch has an answer or an error in each place', () => with_(disk, async (engine, h) => {
  const answers = await engine.batch([0, 1, 1, 2].map((seat) => command.holdCreate({ seats: [{ event: h.event, seat }] })));
  assert.deepEqual(answers.map((one) => one instanceof tc.TicketcoreError), [false, false, true, false]);
  assert.deepEqual(await engine.batch([]), []);
  await assert.rejects(engine.batch(Array.from({ length: tc.BATCH_MAX + 1 }, () => command.sweep())), tc.LimitError);
}));

test('the same request id answers the same', () => with_(memory, async (engine, h) => {
  const requestId = tc.requestIdNew();
  const [a, b] = [await h.hold([5], { requestId }), await h.hold([5], { requestId })];
  assert.equal(a.hold, b.hold);
  assert.ok(a.secret.equals(b.secret));
  await assert.rejects(h.hold([6], { requestId }), tc.RequestMismatchError);
}));

test('a provider pays, refunds, and is asked', () => with_(memory, async (engine, h) => {
  const order = await h.sell([0, 1], { method: 'provider', token: 'tok_visa' });
  for await (const job of engine.payments({ worker: 1n, once: true }))
    await job.answer('done', { amountMinor: job.amountMinor, currency: job.currency, reference: 'ch_1' });
  assert.equal(engine.read((now) => now.orderGet(order.order, order.secret)).state, 'settled');
  const tickets = engine.read((now) => now.ticketList({ order: order.order }).tickets);
  await engine.orderRefund({ order: order.order, tickets: [tickets[0].id] });
  for await (const job of engine.payments({ worker: 1n, once: true }))
    await job.answer('done', { amountMinor: job.amountMinor, currency: job.currency, reference: 're_1' });
  const now = engine.snapshot();
  assert.ok(now.paymentList(order.order).length >= 1);
  assert.ok(now.refundList(order.order).length >= 1);
  assert.ok(now.ledgerEntries(order.order).length >= 2);
  const sum = (row) => row.reduce((total, one) => total + one, 0n);
  for (const one of now.ledgerBalances()) assert.equal(sum(one.debitMinor), sum(one.creditMinor));
  assert.ok(all(now.journal()).length >= 2);
  assert.ok(now.paymentBacklogGet());
  now.close();
  await engine.paymentEvent({ kind: 'captured', eventId: 'evt_1', reference: 'ch_1', amountMinor: 6000n, currency: 'EUR' });
}));

test('other ends of an order', () => with_(memory, async (engine, h) => {
  const a = await h.sell([0], { method: 'offline' });
  await engine.orderSettle({ order: a.order, amountMinor: 3000n, currency: 'EUR' });
  const b = await h.sell([1], { method: 'offline' });
  await engine.orderCancel({ order: b.order, secret: b.secret });
  const c = await h.sell([2], { method: 'provider', token: 't' });
  await engine.orderPay({ order: c.order, secret: c.secret, method: 'provider', token: 'other' }).then(() => assert.fail('it is under way'), (e) => assert.equal(e.code, 'STATE'));
  assert.equal(all(engine.read((now) => all(now.orders({ event: h.event })))).length, 3);
  const held = await h.hold([4]);
  const swapped = await engine.holdSwap({ hold: held.hold, secret: held.secret, seats: [{ event: h.event, seat: 9 }] });
  await engine.holdRelease({ hold: swapped.hold, secret: swapped.secret });
  await engine.holdExpire({ hold: (await h.hold([4])).hold });
  await engine.sweep();
}));

test('the outbox: sent, retried, failed, of the host', () => with_(memory, async (engine, h) => {
  await h.sell([0]);
  await engine.templatePut({ kind: 1000, channel: 'email', locale: 'en', subject: 'Hello {{name}}', body: 'b' });
  await engine.messageCreate({ channel: 'email', kind: 1000, address: 'b@example.org', locale: 'en', variables: [{ name: 'name', value: 'B' }] });
  const seen = [];
  for await (const message of engine.outbox({ channels: ['email'], once: true })) {
    seen.push(message.content.address);
    await message.failed('550');
  }
  assert.deepEqual(seen.sort(), ['ada@example.org', 'b@example.org']);
  const [dead] = engine.read((now) => all(now.messages()));
  assert.equal(dead.state, 'dead');
  await engine.messageRetry({ message: dead.id });
  for await (const message of engine.outbox({ once: true })) await message.retry('450');
  await engine.messageCancel({ message: dead.id });
  await h.sell([1]);
  for await (const message of engine.outbox({ once: true })) await message.sent('250');
}));

test('the feed: events with data, cursors, consumers', () => with_(memory, async (engine, h) => {
  await h.sell([0, 1]);
  const events = [];
  for await (const event of engine.feed({ page: 3 })) events.push(event);
  assert.equal(events.filter((e) => e.type === 'ticket.issued').length, 2);
  const held = events.find((e) => e.type === 'hold.created');
  assert.deepEqual(held.data.items.map((i) => i.target), [0, 1]);
  assert.equal(JSON.parse(held.json()).type, 'hold.created');
  const cursor = tc.feedCursorAt(events.at(-1).sequence + 1n);
  assert.equal(tc.feedCursorSequence(cursor), events.at(-1).sequence + 1n);
  await engine.consumerSet({ name: 'reports', cursor });
  assert.equal(engine.read((now) => now.consumerGet('reports').cursor), cursor);
  assert.equal(engine.read((now) => now.consumerList()).length, 1);
  await engine.consumerDelete({ name: 'reports' });
  assert.ok(await engine.feedPrune({ before: cursor }));
}));

test('following the feed wakes up, and ends with its signal', () => with_(disk, async (engine, h) => {
  const stop = new AbortController();
  const { end } = engine.read((now) => now.feedEnds());
  const seen = [];
  const following = (async () => {
    for await (const event of engine.feed({ cursor: end, follow: true, signal: stop.signal })) {
      seen.push(event.type);
      if (seen.length === 2) stop.abort();
    }
  })();
  const ended = assert.rejects(following, { name: 'AbortError' });
  await h.hold([0]);
  await h.hold([1]);
  await ended;
  assert.deepEqual(seen, ['hold.created', 'hold.created']);
}));

test('catalog: venues, maps, events, types, pools', () => with_(memory, async (engine, h) => {
  for (let i = 0; i < 120; i++) await engine.venueCreate({ name: `Hall ${i}`, country: 'GB' });
  const now = engine.snapshot();
  assert.equal(all(now.venues({ country: 'GB' })).length, 120);
  assert.equal(now.venueGet(1n).name, 'Hall 0');
  assert.equal(all(now.maps()).length, 1);
  assert.equal(all(now.events({ statuses: ['on_sale'] }))[0].name, 'Evening');
  assert.equal(now.eventGet(h.event).name, 'Evening');
  assert.equal(all(now.ticketTypes(h.event)).length, 2);
  assert.equal(now.ticketTypeGet(h.event, h.type).priceMinor, 3000n);
  assert.equal(all(now.pools(h.event))[0].name, 'Standing');
  assert.equal(now.poolGet(h.event, h.pool).capacity, 100);
  assert.equal(all(now.mapSeats(h.map)).length, 40);
  assert.equal(now.mapGet(h.map, 0).map, h.map);
  now.mapCategoryList(h.map, 0);
  now.mapSectionList(h.map, 0);
  now.mapAreaList(h.map, 0);
  const first = all(now.mapSeats(h.map))[0];
  assert.equal(typeof now.mapSeatFind(h.map, 0, '1-1'), 'number', first);
  assert.equal(now.eventSeatFind(h.event, '1-1'), 0);
  assert.match(await now.mapExport(h.map, 0), /Stalls/);
  assert.match(await now.mapSvg(h.map, 0), /<svg/);
  assert.match(await now.eventSvg(h.event), /<svg/);
  now.close();
  assert.ok(await tc.mapValidate('name,section,row,seat,category,x,y\nA,S,A,1,All,0,0\n', 'csv'));
  await engine.venueUpdate({ venue: 1n, name: 'Globe', city: '' });
  await engine.venueDelete({ venue: 2n });
  const draft = await engine.mapCreate({ name: 'Other', text: 'name,section,row,seat,category,x,y\nA,S,A,1,All,0,0\n', form: 'csv' });
  await engine.mapUpdate({ map: draft.map, text: 'name,section,row,seat,category,x,y\nB,S,A,1,All,0,0\n', form: 'csv' });
  await engine.mapDelete({ map: draft.map });
  await engine.eventUpdate({ event: h.event, name: 'Night', tags: ['late', 'music'] });
  assert.deepEqual(engine.read((s) => s.eventGet(h.event)).name, 'Night');
  await engine.ticketTypeUpdate({ event: h.event, ticketType: h.type, priceMinor: 3500n });
  await engine.poolUpdate({ event: h.event, pool: h.pool, capacity: 50 });
  const { ticketType } = await engine.ticketTypeCreate({ event: h.event, name: 'Gone', priceMinor: 1n });
  await engine.ticketTypeDelete({ event: h.event, ticketType });
  const other = await engine.eventCreate({ name: 'Gone', currency: 'EUR', startsAt: new Date('2026-09-01') });
  await engine.eventDelete({ event: other.event });
}));

test('seats: block, unblock, channel, availability', () => with_(memory, async (engine, h) => {
  const of = { event: h.event, seats: [{ seat: 0 }] };
  await engine.seatBlock(of);
  await engine.seatUnblock(of);
  await engine.seatChannel({ ...of, channel: 2 });
  await engine.seatChannel({ ...of, channel: 0 });
  const now = engine.snapshot();
  const counts = now.availabilityGet(h.event);
  assert.equal(counts.free, 40);
  assert.ok(now.availabilityCounts(h.event, 'section').length);
  const { bits } = now.availabilityMap(h.event);
  assert.equal(bits.length, 10);
  assert.equal(now.availabilitySeats(h.event, 0).seats.length, 40);
  assert.ok(now.availabilitySince(h.event, 0n).changes);
  assert.equal(now.seatGet(h.event, 0).state, 'free');
  assert.ok(now.orderQuote({ items: [{ event: h.event, target: 0, ticketType: h.type }] }));
  now.close();
}));

test('tickets: void, reissue, keys, revocations', () => with_(memory, async (engine, h) => {
  const order = await h.sell([0, 1]);
  await engine.ticketReissue({ ticket: order.tickets[0] });
  await engine.ticketVoid({ ticket: order.tickets[1] });
  await engine.signingKeyRotate();
  const now = engine.snapshot();
  assert.equal(now.signingKeyList().length, 2);
  assert.equal(all(now.revocations(h.event)).length, 2);
  assert.equal(now.orderContacts(order.order)[0].address, 'ada@example.org');
  now.close();
}));

test('templates and webhooks', () => with_(memory, async (engine) => {
  await engine.templatePut({ kind: 'order_confirmed', channel: 'email', locale: 'en', subject: 'Hello', body: 'Order {{order}}' });
  const now = engine.snapshot();
  assert.equal(now.templateGet('order_confirmed', 'email', 'en').subject, 'Hello');
  assert.ok(now.templateList().length);
  now.close();
  await engine.templateDelete({ kind: 'order_confirmed', channel: 'email', locale: 'en' });
  assert.match(tc.templateRender('Hi {{name}}', [{ name: 'name', value: 'Ada' }], 'none'), /Ada/);
  const secret = `whsec_${Buffer.from('0123456789abcdef01234567').toString('base64')}`;
  const signature = tc.webhookSign(secret, 'msg_1', 1700000000n, '{"a":1}');
  tc.webhookVerify(secret, 'msg_1', 1700000000n, '{"a":1}', signature, 1700000001n);
  assert.throws(() => tc.webhookVerify(secret, 'msg_1', 1700000000n, '{"a":2}', signature, 1700000001n), tc.ForgedError);
}));

test('care: verify, dump, load, backup, numbers', () => with_(disk, async (engine, h) => {
  await h.sell([0]);
  const now = engine.snapshot();
  const verifying = now.verify();
  assert.throws(() => now.eventGet(h.event), tc.BusyError);
  assert.equal((await verifying).faults.length, 0);
  const place = folder();
  assert.ok(await now.dumpFile(path.join(place, 'dump')) > 0n);
  assert.ok(now.time instanceof Date && now.commit > 0n && now.refresh() === now);
  now.close();
  assert.ok(await tc.load(path.join(place, 'again'), path.join(place, 'dump')) > 0n);
  await engine.backup(path.join(place, 'copy'), { compact: true });
  assert.ok(fs.existsSync(path.join(place, 'copy')));
  assert.ok(engine.stat());
  assert.match(engine.metrics(), /ticketcore/);
}));

test('names and versions', () => {
  assert.match(tc.version(), /^\d+\.\d+\.\d+$/);
  assert.equal(tc.orderStateName('settled').length > 0, true);
  for (const [call, value] of [[tc.messageKindName, 'order_confirmed'], [tc.messageChannelName, 'email'], [tc.messageStateName, 'sent'],
    [tc.paymentKindName, 'capture'], [tc.feedTypeName, 'hold.created'], [tc.accountName, 1], [tc.postingReasonName, 1], [tc.scanAnswerName, 'valid']])
    assert.equal(typeof call(value), 'string');
  assert.equal(tc.errorName(-60), 'SEAT_TAKEN');
  assert.equal(typeof tc.errorSentence(-60), 'string');
  assert.equal(typeof tc.errorClass(-60), 'number');
  assert.equal(tc.BATCH_MAX > 0, true);
  assert.equal(tc.MapForm.CSV, 'csv');
});

test('the clock by hand', () => with_(memory, async (engine) => {
  engine.setClock(new Date(NOW.getTime() + 1000));
  assert.equal(engine.clock().getTime(), NOW.getTime() + 1000);
}));
