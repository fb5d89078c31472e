// The examples run, and what README and the guide say.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { test } from 'node:test';
import { folder, disk, house, watched } from './house.mjs';

watched();
const root = process.env.TICKETCORE_ROOT;
// As an installed package is found: beside the program.
const site = folder();
fs.mkdirSync(path.join(site, 'node_modules'));
fs.symlinkSync(path.join(root, 'bindings/node'), path.join(site, 'node_modules/ticketcore'));
for (const name of fs.readdirSync(path.join(root, 'examples/node'))) fs.copyFileSync(path.join(root, 'examples/node', name), path.join(site, name));

async function example(name, ...given) {
  const child = spawn(process.execPath, [path.join(site, name), ...given.map(String)]);
  let out = '', err = '';
  child.stdout.on('data', (text) => { out += text; });
  child.stderr.on('data', (text) => { err += text; });
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, out, err };
}

test('the payment worker and a provider over HTTP', async () => {
  const engine = await disk();
  const h = await house(engine);
  const seen = new Map();
  const provider = createServer((request, response) => {
    let body = '';
    request.on('data', (text) => { body += text; }).on('end', () => {
      const { token } = JSON.parse(body);
      const key = request.headers['idempotency-key'];
      seen.set(key, (seen.get(key) ?? 0) + 1);
      response.writeHead(token === 'bad' ? 402 : 200).end(JSON.stringify(token === 'bad' ? { reason: 'no money' } : { reference: `ch_${seen.size}` }));
    });
  });
  await new Promise((resolve) => provider.listen(0, '127.0.0.1', resolve));
  const good = await h.sell([0], { method: 'provider', token: 'tok' });
  const bad = await h.sell([1], { method: 'provider', token: 'bad' });
  const done = await example('payment_worker.mjs', engine.path, '--provider', `http://127.0.0.1:${provider.address().port}`, '--once');
  provider.close();
  assert.equal(done.code, 0, done.err);
  assert.match(done.out, /done/);
  assert.match(done.out, /declined/);
  const states = engine.read((now) => [good, bad].map((order) => now.orderGet(order.order).state));
  assert.equal(states[0], 'settled');
  assert.notEqual(states[1], 'settled');
  await engine.close();
});

test('the live stream shows a hold of another process', async () => {
  const engine = await disk();
  const h = await house(engine);
  const child = spawn(process.execPath, [path.join(site, 'live_availability.mjs'), engine.path, '--port', '0']);
  const url = await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => resolve(`${text}`.trim()));
    child.stderr.on('data', (text) => reject(new Error(`${text}`)));
  });
  const stream = await fetch(url);
  const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = (await reader.read()).value;
  assert.match(text, /event: all/);
  await h.hold([3]);
  while (!/^data: \[\{"seat":3/m.test(text)) text += (await reader.read()).value;
  assert.equal((await fetch(url.replace('/events/1', '/events/99'))).status, 404);
  await reader.cancel();
  const over = new Promise((resolve) => child.on('close', resolve));
  child.kill('SIGTERM');
  assert.equal(await over, 0);
  await engine.close();
});

test('the seller at the till', async () => {
  const engine = await disk();
  const h = await house(engine);
  const list = await example('seller.mjs', engine.path, '--list');
  assert.match(list.out, /Evening: 40 free/);
  const sold = await example('seller.mjs', engine.path, '--seats', 2, '--email', 'ada@example.org');
  assert.equal(sold.code, 0, sold.err);
  assert.match(sold.out, /60\.00 EUR\nStalls/);
  const refused = await example('seller.mjs', engine.path, '--event', 99);
  assert.equal(refused.code, 1);
  assert.match(refused.err, /^seller: /);
  assert.equal(engine.read((now) => now.availabilityGet(h.event).sold), 2);
  await engine.close();
});

function runs(code) {
  const place = fs.mkdtempSync(path.join(site, 'run-'));
  fs.writeFileSync(path.join(place, 'example.mjs'), code);
  const done = spawnSync(process.execPath, ['example.mjs'], { cwd: place, encoding: 'utf8', timeout: 60000 });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
}
const blocks = (file) => [...fs.readFileSync(path.join(root, file), 'utf8').matchAll(/```js\n(.*?)```/gs)].map((m) => m[1]);

for (const file of ['README.md', 'bindings/node/README.md'])
  test(`the example of ${file} runs`, () => {
    assert.equal(blocks(file).length, 1);
    assert.match(runs(blocks(file)[0]), /tickets in the feed/);
  });

test('the guide runs from top to bottom', () => {
  const out = runs(blocks('docs/guides/node.md').join(''));
  for (const words of ["'held', 1, 2", 'authorising', 'settled', 'in_time', 'valid', 'used', 'ada@example.org |', 'ticket.issued', 'unknown'])
    assert.ok(out.includes(words), `${words} is missing in ${out}`);
});
