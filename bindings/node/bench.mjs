// One job of the comparison of bindings, in Node: bench.mjs JOB FOLDER. The same as bench/binding.c.
import { Engine, command } from './index.mjs';

const [ROWS, ROW_SEATS] = [200, 250];
const HOLDS_AN_EVENT = (ROWS * ROW_SEATS) / 2;
const [SINGLE, BATCH, BATCH_SIZE, ASYNC, IN_FLIGHT, READS] = [3000, 100000, 1000, 30000, 64, 1000000];
const TTL = 600000;

async function makeHouse(engine, events) {
  let text = 'name,section,row,seat,category,x,y\n';
  for (let r = 0; r < ROWS; r++)
    for (let s = 0; s < ROW_SEATS; s++) text += `${r}-${s},Stalls,${r},${s},All,${s * 50},${r * 90}\n`;
  const made = await engine.mapCreate({ name: 'House', text, form: 'csv' });
  await engine.mapPublish({ map: made.map });
  for (let i = 0; i < events; i++)
    await engine.eventCreate({ name: 'Evening', map: made.map, currency: 'EUR', status: 'on_sale', startsAt: new Date('2100-01-01') });
}

function hold(n) {
  const event = BigInt(1 + Math.floor(n / HOLDS_AN_EVENT));
  const seat = (n % HOLDS_AN_EVENT) * 2;
  return { seats: [{ event, seat }, { event, seat: seat + 1 }], ttlMs: TTL };
}

const since = (begin) => Number(process.hrtime.bigint() - begin) / 1e9;

async function single(engine) {
  const begin = process.hrtime.bigint();
  for (let n = 0; n < SINGLE; n++) await engine.holdCreate(hold(n));
  return SINGLE / since(begin);
}

async function batch(engine) {
  const begin = process.hrtime.bigint();
  for (let n = 0; n < BATCH; n += BATCH_SIZE) {
    const all = [];
    for (let i = 0; i < BATCH_SIZE; i++) all.push(command.holdCreate(hold(n + i)));
    for (const answer of await engine.batch(all)) if (answer instanceof Error) throw answer;
  }
  return BATCH / since(begin);
}

async function inFlight(engine) {
  let next = 0;
  const buyer = async () => {
    while (next < ASYNC) await engine.holdCreate(hold(next++));
  };
  const begin = process.hrtime.bigint();
  await Promise.all(Array.from({ length: IN_FLIGHT }, buyer));
  return ASYNC / since(begin);
}

async function reads(engine) {
  const made = await engine.holdCreate(hold(0));
  const now = engine.snapshot();
  const begin = process.hrtime.bigint();
  for (let n = 0; n < READS; n++) now.holdGet(made.hold, made.secret);
  const each = (since(begin) / READS) * 1e9;
  now.close();
  return each;
}

const JOBS = { single: [1, single], batch: [BATCH / HOLDS_AN_EVENT, batch], async: [1 + Math.floor(ASYNC / HOLDS_AN_EVENT), inFlight], read: [1, reads] };
const [events, job] = JOBS[process.argv[2]];
const engine = await Engine.open(process.argv[3], { create: true });
await makeHouse(engine, events);
console.log((await job(engine)).toFixed(1));
await engine.close();
