// Random calls with random values: good ones, wrong ones, huge ones. Whatever comes is an answer or an error of a stated
// kind, and the store stays whole. TC_TEST_SEED and TC_TEST_LEVEL=soak say more.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOW, disk, house, memory, tc, watched } from './house.mjs';
import { model } from './scenario.mjs';

watched();
const soak = process.env.TC_TEST_LEVEL === 'soak';
const seed = Number(process.env.TC_TEST_SEED ?? 7);

/** Numbers that repeat with the seed. */
function random(from) {
  let state = from >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
  return { next, below: (n) => Math.floor(next() * n), pick: (list) => list[Math.floor(next() * list.length)] };
}

const ODD = [null, undefined, -1, 0, 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53, 1e300, NaN, Infinity, 1.5, -1n, 0n, 1n, 1n << 63n, (1n << 64n) - 1n,
  1n << 64n, '', 'x', 'é'.repeat(40), '\ud800', 'a\0b', 'x'.repeat(70000), true, [], [1, 2], [null], {}, { length: 5 }, new Date(NaN), new Date(8.64e15),
  new Uint8Array(0), new Uint8Array(16), new Uint8Array(17), Symbol.iterator, () => 5, new Map(), new Proxy({}, {}), 'free', 'hold.created'];

function good(r, m) {
  switch (m.kind) {
    case 'bool': return r.next() < 0.5;
    case 'enum': return m.names ? r.pick(Object.values(m.names)) : r.below(5);
    case 'flags': return Object.values(m.names ?? {}).filter(() => r.next() < 0.2);
    case 'mask': return [r.below(3)];
    case 'time': return new Date(NOW.getTime() + r.below(1e9));
    case 'duration': return 1 + r.below(1e6);
    case 'text': case 'chars': return r.pick(['EUR', 'Evening', 'x', 'ada@example.org', 'en']);
    case 'blob': return 'name,section,row,seat,category,x,y\nA,S,A,1,All,0,0\n';
    case 'bytes': case 'secret': case 'secret_pointer': case 'request_id': return Uint8Array.from({ length: m.kind === 'bytes' ? 32 : 16 }, () => r.below(256));
    case 'list': return Array.from({ length: r.below(4) }, () => (m.of in model.structs ? request(r, m.of, 0.05) : m.of === 'text' ? 'x' : /64/.test(m.of) ? BigInt(r.below(9)) : r.below(9)));
    case 'cursor': return m.type === 'tc_event_cursor' ? new Uint8Array(16) : BigInt(r.below(20));
    default: return /64|size_t/.test(m.type) ? BigInt(r.below(r.next() < 0.9 ? 9 : 1e9)) : r.below(r.next() < 0.9 ? 9 : 1e6);
  }
}

function request(r, struct, wrong) {
  const made = {};
  for (const m of model.structs[struct]) {
    if (r.next() < wrong) made[m.js] = r.pick(ODD);
    else if (r.next() < 0.75) made[m.js] = good(r, m);
  }
  if (r.next() < wrong) made[r.pick(['size', 'reserved', '__proto__', 'x'])] = 1;
  return made;
}

const stated = (e) => e instanceof tc.TicketcoreError || e instanceof TypeError || e instanceof RangeError;
const commands = Object.values(model.commands);
const reads = Object.entries(model.reads).filter(([n, c]) => c.handle === 'tc_snapshot' && n !== 'dump');
const plain = Object.entries(model.reads).filter(([n, c]) => c.handle === null && n !== 'load' && tc[c.method]);

async function whole(engine) {
  const now = engine.snapshot();
  const report = await now.verify();
  now.close();
  assert.deepEqual(report.faults, []);
}

for (let round = 0; round < (soak ? 200 : 4); round++) {
  test(`random calls, seed ${seed + round}`, async () => {
    const r = random(seed + round);
    const engine = await (round % 2 ? disk() : memory());
    await house(engine);
    let now = engine.snapshot();
    const under = [];
    for (let i = 0; i < 1500; i++) {
      const wrong = r.pick([0, 0.02, 0.2]);
      try {
        const what = r.next();
        if (what < 0.45) {
          const c = r.pick(commands);
          const call = engine[c.method](request(r, c.request, wrong), r.next() < 0.1 ? { signal: AbortSignal.timeout(r.below(3)) } : undefined);
          under.push(call.catch((e) => assert.ok(stated(e), e)));
          if (r.next() < 0.3) await call;
        } else if (what < 0.5) {
          const all = Array.from({ length: r.below(20) }, () => r.pick(commands)).map((c) => tc.command[c.method](request(r, c.request, wrong / 10)));
          under.push(engine.batch(all).then((answers) => assert.equal(answers.length, all.length), (e) => assert.ok(stated(e), e)));
        } else if (what < 0.95) {
          const [, c] = r.pick(what < 0.85 ? reads : plain);
          const on = c.handle ? now : tc;
          const given = c.request ? [request(r, c.request, wrong)] : c.inputs.map((m) => (r.next() < wrong ? r.pick(ODD) : m.page ? r.below(200) : good(r, m)));
          const answer = on[c.method](...given);
          if (answer instanceof Promise) await answer;
        } else if (what < 0.98) {
          now.refresh();
        } else {
          now.close();
          now = engine.snapshot();
        }
      } catch (e) {
        assert.ok(stated(e), e);
      }
    }
    await Promise.all(under);
    await whole(engine);
    await engine.close();
  });
}

test('bytes that no package wrote', async () => {
  const { createRequire } = await import('node:module');
  const { native, HANDLE } = createRequire(import.meta.url)('../lib/wire.js');
  const r = random(seed);
  const engine = await memory();
  await house(engine);
  const junk = new Uint8Array(512);
  for (let i = 0; i < 3000; i++) {
    for (let n = 0; n < junk.length; n++) junk[n] = r.next() < 0.6 ? r.below(4) : r.below(256);
    new DataView(junk.buffer).setUint32(0, 1 + r.below(3), true);
    new DataView(junk.buffer).setUint32(4, r.below(60), true);
    await new Promise((resolve) => {
      if (native.batch(engine[HANDLE], junk, r.below(513), resolve) !== 0) resolve();
    });
  }
  await whole(engine);
  await engine.close();
});
