// The on-sale of `ticketcore demo` with buyers in Node among buyers in C, on one store.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { folder } from './house.mjs';

const tool = path.join(process.env.TICKETCORE_BUILD, 'src/cli/ticketcore');

test('an on-sale in two languages', { skip: !fs.existsSync(tool) && 'the tool was not built' }, () => {
  const place = folder();
  const program = path.join(place, 'buyers');
  const own = path.join(process.env.TICKETCORE_ROOT, 'bindings/node/demo/buyers.mjs');
  fs.writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${own}" "$@"\n`, { mode: 0o755 });
  const done = spawnSync(tool, ['demo', '--quick', '--seats', '400', '--seconds', '8', '--buyers', '6', '--lang', 'node',
    '--store', path.join(place, 'store'), '--out', place], { env: { ...process.env, TICKETCORE_DEMO_BUYERS: program }, encoding: 'utf8', timeout: 300000 });
  assert.equal(done.status, 0, done.stdout + done.stderr);
  assert.match(done.stdout.trim().split('\n').at(-1), /double_sold=0 lost=0 money_balance=0$/);
  for (const slot of [0, 1]) // both languages sold
    assert.match(fs.readFileSync(path.join(place, `store.books/buyers-${slot}.log`), 'utf8'), / confirmed \d/);
});
