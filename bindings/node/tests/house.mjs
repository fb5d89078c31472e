// What the tests share: folders, engines, a house to sell, and the count of public calls that were made.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { createRequire } from 'node:module';
import tc, { Engine } from '../index.mjs';

const require = createRequire(import.meta.url);
export const NOW = new Date('2026-05-01T12:00:00Z');
const folders = [];

export function folder() {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'ticketcore-node-'));
  folders.push(made);
  return made;
}
process.on('exit', () => folders.forEach((f) => fs.rmSync(f, { recursive: true, force: true })));

/** In memory, at a moment that stands still. */
export const memory = (options = {}) => Engine.open('', { memory: true, clock: NOW, seed: 7n, ...options });
/** On disk, in a fresh folder. */
export const disk = (options = {}) => Engine.open(path.join(folder(), 'store'), { create: true, ...options });

/** An event with rows × seats seats, a pool and two ticket types. */
export async function house(engine, { rows = 4, seats = 10, ...event } = {}) {
  let text = 'name,section,row,seat,category,x,y\n';
  for (let r = 1; r <= rows; r++) for (let s = 1; s <= seats; s++) text += `${r}-${s},Stalls,${r},${s},All,${s * 50},${r * 90}\n`;
  const { map } = await engine.mapCreate({ name: 'Hall', text, form: 'csv' });
  await engine.mapPublish({ map });
  const startsAt = new Date(Math.max(engine.clock().getTime() + 30 * 86400000, 0));
  const { event: made } = await engine.eventCreate({ name: 'Evening', map, currency: 'EUR', status: 'on_sale', startsAt, ...event });
  const { ticketType: type } = await engine.ticketTypeCreate({ event: made, name: 'Full', priceMinor: 3000n });
  const { pool } = await engine.poolCreate({ event: made, name: 'Standing', capacity: 100 });
  const { ticketType: standing } = await engine.ticketTypeCreate({ event: made, name: 'Standing', priceMinor: 1000n, pool });
  const hold = (list, more = {}) => engine.holdCreate({ seats: list.map((seat) => ({ event: made, seat })), ...more });
  const sell = async (list, { method = 'paid', mail = 'ada@example.org', ...more } = {}) => {
    const held = await hold(list);
    return engine.orderCreate({ hold: held.hold, holdSecret: held.secret, method, items: list.map(() => ({ ticketType: type })),
      contacts: mail ? [{ channel: 'email', address: mail, locale: 'en' }] : [], ...more });
  };
  return { engine, map, event: made, type, pool, standing, hold, sell };
}

/** Counts which public calls were made and keeps them for coverage.py. */
export function watched() {
  const { native } = require('../lib/wire.js');
  const { COMMANDS } = require('../lib/generated/code.js');
  const made = new Set();
  const count = (name, says) => {
    const call = native[name];
    native[name] = (...given) => {
      const answer = call(...given);
      for (const one of says(given)) if (typeof one === 'string' || Number.isInteger(one)) made.add(one);
      return answer;
    };
  };
  for (const [name, public_] of Object.entries({ open: 'tc_engine_open', close: 'tc_engine_close', batch: 'tc_command_batch',
    snapshotOpen: 'tc_snapshot_open', queueClose: 'tc_queue_close' })) count(name, () => [public_]);
  count('queueOpen', () => ['tc_queue_open', 'tc_queue_fd']);
  count('submit', () => ['tc_command_submit', 'tc_queue_next', 'tc_queue_in_flight']);
  count('snapshot', ([, what]) => [['tc_snapshot_refresh', 'tc_snapshot_time', 'tc_snapshot_commit', 'tc_snapshot_close'][what]]);
  count('read', ([row]) => [row]);
  count('readLater', ([row]) => [row]);
  for (const kind of COMMANDS) {
    const { encode } = kind;
    kind.encode = (w, request) => {
      made.add(`command ${kind.name}`);
      return encode(w, request);
    };
  }
  after(() => {
    const place = path.join(process.env.TICKETCORE_BUILD, 'bindings/node/calls');
    fs.mkdirSync(place, { recursive: true });
    fs.writeFileSync(path.join(place, path.basename(process.argv[1])), [...made].join('\n'));
  });
}
export { tc };
