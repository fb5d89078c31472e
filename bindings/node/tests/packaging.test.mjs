// What npm packs, installed offline into an empty folder: the README's example runs there, far from the source tree.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { folder } from './house.mjs';

const here = path.join(process.env.TICKETCORE_ROOT, 'bindings/node');
const clean = Object.fromEntries(Object.entries(process.env).filter(([k]) => !/^(TICKETCORE_|LD_PRELOAD|ASAN_|UBSAN_|NODE_)/.test(k)));
const run = (cwd, command, ...given) => execFileSync(command, given, { cwd, encoding: 'utf8', env: clean, stdio: ['ignore', 'pipe', 'pipe'] });
const sanitized = Boolean(process.env.LD_PRELOAD);

test('packed, installed offline, used', { skip: sanitized && 'a module under a sanitizer is not what is packed' }, () => {
  const dist = folder(), far = folder();
  const tars = run(here, process.execPath, path.join(here, 'pack.mjs'), process.env.TICKETCORE_NODE, dist).trim().split('\n');
  assert.equal(tars.length, 2);
  for (const tar of tars) {
    const names = run(dist, 'tar', 'tzf', tar);
    assert.doesNotMatch(names, /binding\.gyp|\.c$|tests\//m);
    const made = JSON.parse(run(dist, 'tar', 'xzOf', tar, 'package/package.json'));
    assert.equal(made.scripts, undefined);
  }
  fs.writeFileSync(path.join(far, 'package.json'), '{"name":"host","private":true}');
  run(far, 'npm', 'install', '--offline', '--no-audit', '--no-fund', ...tars);
  const [, code] = /```js\n(.*?)```/s.exec(fs.readFileSync(path.join(here, 'README.md'), 'utf8'));
  fs.writeFileSync(path.join(far, 'example.mjs'), code);
  assert.match(run(far, process.execPath, 'example.mjs'), /2 tickets in the feed/);
  fs.writeFileSync(path.join(far, 'example.cjs'), "console.log(require('ticketcore').version(), process.report.getReport().sharedObjects.filter((s) => /lmdb|sodium|jansson/.test(s)).join(' '));");
  const loaded = run(far, process.execPath, 'example.cjs');
  for (const library of ['liblmdb', 'libsodium', 'libjansson'])
    assert.match(loaded, new RegExp(`${far.replaceAll('/', '\\/')}\\S*${library}`), loaded);
});
