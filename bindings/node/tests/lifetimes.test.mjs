// What lives how long: closing with work in flight, signals, use after close, the collector, worker threads, ends of processes.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { disk, folder, house, memory, tc, watched } from './house.mjs';

watched();
const index = fileURLToPath(new URL('../index.mjs', import.meta.url));
const { command } = tc;

test('closing waits for what is in flight', async () => {
  const engine = await disk();
  const h = await house(engine);
  const holds = Array.from({ length: 30 }, (_, seat) => h.hold([seat]));
  const closing = engine.close();
  await assert.rejects(h.hold([35]), tc.ClosedError);
  await closing;
  assert.equal((await Promise.all(holds)).length, 30);
  await engine.close();
});

test('closing waits for long reads and batches', async () => {
  const engine = await disk();
  const h = await house(engine);
  const now = engine.snapshot();
  const work = [now.verify(), engine.batch([command.holdCreate({ seats: [{ event: h.event, seat: 0 }] })])];
  await engine.close();
  assert.equal((await work[0]).faults.length, 0);
  assert.equal((await work[1]).length, 1);
  assert.ok(now.closed);
});

test('use after close', async () => {
  const engine = await memory();
  const now = engine.snapshot();
  await engine.close();
  assert.ok(engine.closed && now.closed);
  for (const call of [() => engine.clock(), () => engine.snapshot(), () => engine.stat(), () => now.eventGet(1n), () => now.time, () => now.refresh(), () => now.dumpFile('/nonexistent/x')])
    await assert.rejects(async () => call(), (e) => e instanceof tc.ClosedError || e.code === 'ENOENT');
  for (const call of [() => engine.sweep(), () => engine.batch([command.sweep()]), () => now.verify(), () => engine.feed().next()])
    await assert.rejects(call, tc.ClosedError);
  now.close();
  now.close();
});

test('a closed snapshot whose place was taken again', async () => {
  const engine = await memory();
  const a = engine.snapshot();
  const handle = Object.getOwnPropertySymbols(a).map((s) => a[s])[0];
  a.close();
  const b = engine.snapshot();
  assert.notEqual(handle, Object.getOwnPropertySymbols(b).map((s) => b[s])[0]);
  await engine.close();
});

test('a signal before, between and after', async () => {
  const engine = await disk();
  const h = await house(engine);
  const request = (seat) => ({ seats: [{ event: h.event, seat }] });
  await assert.rejects(engine.holdCreate(request(0), { signal: AbortSignal.abort() }), (e) => e.outcome === 'cancelled' && e.name === 'AbortError');
  const early = new AbortController();
  const first = engine.holdCreate(request(0), { signal: early.signal });
  early.abort(); // in the same tick: nothing was handed over yet
  await assert.rejects(first, (e) => e instanceof tc.AbortedError && e.outcome === 'cancelled');
  assert.equal(engine.read((now) => now.seatGet(h.event, 0).state), 'free');
  const late = new AbortController();
  const second = engine.holdCreate(request(1), { signal: late.signal });
  await Promise.resolve(); // handed over
  late.abort();
  const error = await second.then(() => assert.fail('it was aborted'), (e) => e);
  assert.equal(error.outcome, 'unknown');
  const hold = await engine.run(error.command);
  assert.equal((await engine.run(error.command)).hold, hold.hold);
  const after = new AbortController();
  await engine.holdCreate(request(2), { signal: after.signal });
  after.abort();
  await engine.close();
});

test('more than may be in flight wait for their turn, in order', async () => {
  const engine = await memory({ inFlight: 3 });
  const h = await house(engine);
  const holds = await Promise.all(Array.from({ length: 40 }, (_, seat) => h.hold([seat])));
  assert.deepEqual(holds.map((one) => one.hold), holds.map((_, i) => holds[0].hold + BigInt(i)));
  assert.equal(engine.inFlight, 0);
  await engine.close();
});

test('an engine whose own queue is small', async () => {
  const engine = await disk({ queueDepth: 2 });
  const h = await house(engine);
  const answers = await Promise.all(Array.from({ length: 40 }, (_, seat) => h.hold([seat])));
  assert.equal(answers.length, 40);
  await engine.close();
});

test('two engines on one store', async () => {
  const a = await disk();
  const b = await tc.Engine.open(a.path);
  const h = await house(a);
  const races = await Promise.allSettled([a, b, a, b].map((engine) => engine.holdCreate({ seats: [{ event: h.event, seat: 0 }] })));
  assert.equal(races.filter((one) => one.status === 'fulfilled').length, 1);
  await b.close();
  await a.close();
});

test('what nobody holds is closed', { skip: !globalThis.gc }, async () => {
  const engine = await memory({ maxReaders: 40 });
  for (let round = 0; round < 8; round++) {
    for (let i = 0; i < 20; i++) engine.snapshot();
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await engine.close();
});

test('await using', { skip: !Symbol.asyncDispose }, async () => {
  const engine = await memory();
  engine.snapshot()[Symbol.dispose ?? Symbol.for('Symbol.dispose')]();
  await engine[Symbol.asyncDispose]();
  assert.ok(engine.closed);
});

const WORK = (end) => `
  import { parentPort, workerData } from 'node:worker_threads';
  import tc from ${JSON.stringify(new URL('../index.mjs', import.meta.url).href)};
  const engine = await tc.Engine.open(workerData.path);
  let made = 0;
  for (let i = 0; i < 10; i++)
    await engine.holdCreate({ seats: [{ event: workerData.event, seat: workerData.first + i }] }).then(() => made++);
  parentPort.postMessage(made);
  ${end}`;

function work(code, workerData) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), { workerData });
    let told;
    worker.on('message', (value) => { told = value; });
    worker.on('error', reject);
    worker.on('exit', () => resolve(told));
  });
}

test('worker threads, each with an engine of its own', async () => {
  const engine = await disk();
  const h = await house(engine);
  const made = await Promise.all([0, 10, 20].map((first) => work(WORK('await engine.close();'), { path: engine.path, event: h.event, first })));
  assert.deepEqual(made, [10, 10, 10]);
  await engine.close();
});

test('worker threads that end with everything open', async () => {
  const engine = await disk();
  const h = await house(engine);
  const end = `const now = engine.snapshot(); now.verify(); for (let i = 0; i < 50; i++) engine.sweep(); engine.batch([tc.command.sweep()]);
    process.exit();`;
  const made = await Promise.all([0, 10, 20].map((first) => work(WORK(end), { path: engine.path, event: h.event, first })));
  assert.deepEqual(made, [10, 10, 10]);
  const now = engine.snapshot();
  assert.equal((await now.verify()).faults.length, 0);
  await engine.close();
});

test('a worker thread that is terminated', async () => {
  const engine = await disk();
  const h = await house(engine);
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(WORK('for (;;) await engine.sweep();'))}`),
    { workerData: { path: engine.path, event: h.event, first: 0 } });
  await new Promise((resolve) => worker.on('message', resolve));
  await worker.terminate();
  await engine.close();
});

function script(code, args = []) {
  const file = path.join(folder(), 'script.mjs');
  fs.writeFileSync(file, `import tc from ${JSON.stringify(index)};\n${code}`);
  return spawnSync(process.execPath, [file, ...args], { encoding: 'utf8', timeout: 60000 });
}

test('a process ends by itself although an engine is open', () => {
  const done = script(`const engine = await tc.Engine.open('', { memory: true }); engine.snapshot(); console.log('ends');`);
  assert.equal(done.status, 0, done.stderr);
  assert.match(done.stdout, /ends/);
});

test('a process does not end before its answers are there', () => {
  const done = script(`const engine = await tc.Engine.open('', { memory: true });
    engine.venueCreate({ name: 'x' }).then((v) => console.log('made', v.venue));`);
  assert.match(done.stdout, /made 1n/);
});

test('process.exit in the middle of everything', () => {
  const done = script(`const engine = await tc.Engine.open(process.argv[2], { create: true });
    for (let i = 0; i < 500; i++) engine.venueCreate({ name: 'x' + i });
    engine.snapshot().verify();
    setTimeout(() => process.exit(7), 2);`, [path.join(folder(), 'store')]);
  assert.equal(done.status, 7, done.stderr);
});

test('an error in a handler does not stop the other answers', () => {
  const done = script(`process.on('uncaughtException', (e) => console.log('caught', e.message));
    process.on('unhandledRejection', (e) => console.log('unhandled', e.message));
    const engine = await tc.Engine.open('', { memory: true });
    const all = [1, 2, 3].map((n) => engine.venueCreate({ name: 'v' + n }).then((v) => { if (n === 1) throw new Error('mine'); console.log(v.venue); }));
    await Promise.allSettled(all); await engine.close(); console.log('closed');`);
  assert.match(done.stdout, /2n\n3n\nclosed/);
});

test('CommonJS and modules have the same classes', () => {
  const file = path.join(folder(), 'script.cjs');
  fs.writeFileSync(file, `const a = require(${JSON.stringify(index.replace('.mjs', '.js'))});
    import(${JSON.stringify(index)}).then((b) => console.log(a.Engine === b.Engine && b.default === a && Object.keys(a).filter((k) => !(k in b)).join()));`);
  assert.equal(execFileSync(process.execPath, [file], { encoding: 'utf8' }).trim(), '');
});
