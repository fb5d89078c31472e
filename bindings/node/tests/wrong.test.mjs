// Wrong types, huge values, text that is no text, unknown names: an error that names the place, and nothing happened.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { createRequire } from 'node:module';
import { house, memory, tc, watched } from './house.mjs';

watched();
const { Secret, command } = tc;
const engine = await memory();
const h = await house(engine);
test.after(() => engine.close());

const seats = (one) => ({ seats: [{ event: h.event, seat: 0 }, { event: h.event, seat: 1, ...one }] });
for (const [name, call, kind, words] of [
  ['a negative seat', () => engine.holdCreate(seats({ seat: -1 })), RangeError, 'holdCreate: seats[1].seat: must be a whole number in 0 … 4294967295'],
  ['a fraction', () => engine.holdCreate(seats({ seat: 1.5 })), RangeError, 'seats[1].seat'],
  ['not a number', () => engine.holdCreate(seats({ seat: NaN })), RangeError, 'seats[1].seat'],
  ['infinity', () => engine.holdCreate({ ...seats({}), ttlMs: Infinity }), RangeError, 'ttlMs'],
  ['text for a number', () => engine.holdCreate(seats({ seat: '1' })), TypeError, 'seats[1].seat: must be a number'],
  ['a number for an id', () => engine.holdCreate(seats({ event: 1 })), TypeError, 'seats[1].event: must be a bigint'],
  ['a huge id', () => engine.holdCreate(seats({ event: 1n << 64n })), RangeError, 'seats[1].event'],
  ['a negative id', () => engine.holdCreate(seats({ event: -1n })), RangeError, 'seats[1].event'],
  ['an unknown name', () => engine.holdCreate({ ...seats({}), ttl: 5 }), TypeError, 'ttl: is not known'],
  ['an unknown name inside', () => engine.holdCreate(seats({ sead: 5 })), TypeError, 'seats[1].sead: is not known'],
  ['an unknown option', () => engine.holdCreate(seats({}), { signals: 1 }), TypeError, 'signals'],
  ['a list that is none', () => engine.holdCreate({ seats: 5 }), TypeError, 'seats: must be an array'],
  ['text as a list', () => engine.holdCreate({ seats: 'ab' }), TypeError, 'seats: must be an array'],
  ['null in a list', () => engine.holdCreate({ seats: [null] }), TypeError, 'seats[0]: must be an object'],
  ['no object', () => engine.holdCreate(5), TypeError, 'must be an object'],
  ['null for a request', () => engine.holdCreate(null), TypeError, 'must be an object'],
  ['an array for a request', () => engine.holdCreate([]), TypeError, 'must be an object'],
  ['a lone surrogate', () => engine.venueCreate({ name: 'a\ud800b' }), RangeError, 'name: has lone surrogates'],
  ['a lone surrogate in long text', () => engine.venueCreate({ name: `${'x'.repeat(99)}\udc00` }), RangeError, 'surrogates'],
  ['a NUL', () => engine.venueCreate({ name: 'a\0b' }), RangeError, 'name: must not contain a NUL'],
  ['a number for text', () => engine.venueCreate({ name: 5 }), TypeError, 'name: must be a string'],
  ['nothing that must be given', () => engine.venueCreate({}), TypeError, 'name: must be given'],
  ['an unknown state', () => engine.eventCreate({ name: 'x', currency: 'EUR', startsAt: new Date(), status: 'nonsense' }), RangeError, 'status: must be one of'],
  ['a name every object has', () => engine.eventCreate({ name: 'x', currency: 'EUR', startsAt: new Date(), status: 'constructor' }), RangeError, 'status'],
  ['an invalid date', () => engine.eventCreate({ name: 'x', currency: 'EUR', startsAt: new Date(NaN) }), RangeError, 'startsAt: is no valid date'],
  ['a number for a date', () => engine.eventCreate({ name: 'x', currency: 'EUR', startsAt: 5 }), TypeError, 'startsAt: must be a Date'],
  ['a date that only looks so', () => engine.eventCreate({ name: 'x', currency: 'EUR', startsAt: Object.create(Date.prototype) }), TypeError, ''],
  ['a currency too long', () => engine.eventCreate({ name: 'x', currency: 'EUROS', startsAt: new Date() }), Error, 'currency'],
  ['a ttl of 0', () => engine.holdCreate({ ...seats({}), ttlMs: 0 }), RangeError, 'ttlMs: must not be 0'],
  ['a short secret', () => engine.holdRelease({ hold: 1n, secret: new Uint8Array(3) }), RangeError, 'secret: must have 16 bytes'],
  ['text as a secret', () => engine.holdRelease({ hold: 1n, secret: 'ab'.repeat(16) }), TypeError, 'secret: must be a Secret'],
  ['a request id that is none', () => engine.holdCreate({ ...seats({}), requestId: 'x' }), RangeError, 'requestId: must be a UUID'],
  ['a flag nobody knows', () => engine.holdCreate({ ...seats({}), flags: ['loud'] }), RangeError, 'flags[0]'],
  ['a symbol', () => engine.venueCreate({ name: Symbol('x') }), TypeError, 'name'],
  ['not a command', () => engine.batch([{}]), TypeError, 'a command is needed'],
  ['a wrong command in a batch', () => engine.batch([command.sweep(), command.venueCreate({ name: 1 })]), TypeError, 'batch[1]: name'],
  ['a batch that is none', () => engine.batch(5), TypeError, ''],
]) test(name, async () => {
  const before = engine.stat().commits;
  await assert.rejects(call, (e) => e instanceof kind && e.message.includes(words) ? true : assert.fail(inspect(e)));
  assert.equal(engine.stat().commits, before);
  assert.equal(engine.inFlight, 0);
});

for (const [name, call, words] of [
  ['a read with a number for an id', (now) => now.eventGet(1), 'eventGet: event: must be a bigint'],
  ['a read without what it needs', (now) => now.holdGet(1n), 'secret'],
  ['a read of a huge number', (now) => now.seatGet(1n, 2 ** 40), 'seat'],
  ['a list with an unknown name', (now) => now.orderList({ evnt: 1n }), 'evnt: is not known'],
]) test(name, () => {
  const now = engine.snapshot();
  try {
    assert.throws(() => call(now), (e) => e.message.includes(words));
  } finally {
    now.close();
  }
});

test('options of open', async () => {
  for (const options of [{ creat: true }, { create: 1 }, { mapBytes: 5 }, { clock: 5 }, { inFlight: 0 }, { seed: -1n }, { logLevel: 'x' }])
    await assert.rejects(tc.Engine.open('', { memory: true, ...options }), (e) => e instanceof TypeError || e instanceof RangeError);
  for (const path of [5, null, 'a\0b', '\ud800']) await assert.rejects(tc.Engine.open(path), (e) => e instanceof TypeError || e instanceof RangeError);
  await assert.rejects(tc.Engine.open('/nonexistent/store'), tc.NoStoreError);
  assert.throws(() => new tc.Engine(), TypeError);
});

test('a secret does not show itself', () => {
  const secret = Secret.from('00112233445566778899aabbccddeeff');
  assert.equal(`${secret} ${inspect(secret)} ${inspect({ a: [secret] })}`, "Secret(…) Secret(…) { a: [ Secret(…) ] }");
  assert.throws(() => JSON.stringify({ secret }), TypeError);
  assert.equal(secret.hex(), '00112233445566778899aabbccddeeff');
  assert.ok(Secret.from(secret.bytes()).equals(secret) && !secret.equals(5));
  assert.throws(() => Secret.from('x'), TypeError);
});

test('text of every kind comes back as it was', async () => {
  for (const name of ['plain', 'é'.repeat(40), '座席', '😀'.repeat(20), 'x'.repeat(60), `${'x'.repeat(47)}é`, '﻿bom']) {
    const { venue } = await engine.venueCreate({ name });
    assert.equal(engine.read((now) => now.venueGet(venue).name), name);
  }
});

test('a request whose members make calls themselves', async () => {
  const now = engine.snapshot();
  const sly = { get name() { return now.eventGet(h.event).name + now.orderList({ get event() { now.eventGet(h.event); return h.event; } }).orders.length; } };
  const { venue } = await engine.venueCreate(sly);
  assert.equal(now.refresh().venueGet(venue).name, 'Evening0');
  now.close();
});

test('a getter that throws, and all goes on', async () => {
  await assert.rejects(engine.venueCreate({ get name() { throw new Error('mine'); } }), /mine/);
  await engine.venueCreate({ name: 'fine' });
});

test('the module itself with anything', () => {
  const { native } = createRequire(import.meta.url)('../lib/wire.js');
  const odd = [undefined, null, -1, 1e9, 2 ** 53, NaN, '', {}, [], Symbol.iterator, 1n, new Uint8Array(3), () => {}];
  for (const [name, call] of Object.entries(native)) {
    if (typeof call !== 'function' || name === 'setup' || name === 'close') continue;
    for (const a of odd) for (const b of odd) assert.doesNotThrow(() => call(a, b, 5, () => {}, () => {}), name);
  }
});
