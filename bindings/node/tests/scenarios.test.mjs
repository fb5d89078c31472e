// Every scenario of tests/scenarios through Node, and the store it leaves against the one C leaves.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { Engine } from '../index.mjs';
import { folder, watched } from './house.mjs';
import { Run } from './scenario.mjs';

const root = process.env.TICKETCORE_ROOT;
const files = fs.readdirSync(path.join(root, 'tests/scenarios')).filter((f) => f.endsWith('.json')).map((f) => path.join(root, 'tests/scenarios', f));
const runner = path.join(process.env.TICKETCORE_BUILD, 'tests/scenarios/run_scenarios');
const byC = folder();
watched();

before(() => {
  if (!fs.existsSync(runner)) return;
  execFileSync(runner, files, { cwd: byC, env: { ...process.env, LD_PRELOAD: '', TC_SCENARIO_KEEP: byC }, stdio: 'pipe' });
});

/** A dump as it is; where a hold or order has no request id, its secret is random, so its hash is left out. */
function plain(file, document) {
  const lines = fs.readFileSync(file, 'utf8').trimEnd().split('\n');
  const secrets = document.steps.filter((s) => ['hold_create', 'hold_best', 'hold_swap', 'order_create'].includes(s.do));
  if (secrets.every((s) => 'request_id' in s.with)) return lines;
  return lines.filter((l) => !l.includes('"checksum"')).map((l) => l.replaceAll(/"secret":"[0-9a-f]+"/g, ''));
}

for (const file of files) {
  const name = path.basename(file, '.json');
  test(`${name} in memory`, async () => {
    const run = new Run(file, '', true);
    await run.run();
    await run.engine.close();
  });
  test(`${name} on disk, with the same dump as C`, { skip: !fs.existsSync(runner) }, async () => {
    const place = folder();
    const run = new Run(file, path.join(place, 'store'), false);
    await run.run();
    const now = run.engine.snapshot();
    await now.dumpFile(path.join(place, 'mine'));
    now.close();
    await run.engine.close();
    const engine = await Engine.open(path.join(byC, name), { readOnly: true });
    const then = engine.snapshot();
    await then.dumpFile(path.join(place, 'theirs'));
    await engine.close();
    assert.deepEqual(plain(path.join(place, 'mine'), run.document), plain(path.join(place, 'theirs'), run.document));
  });
}

test('there are scenarios', () => assert.ok(files.length >= 18));
