// Which public calls the other tests made: all of them. Runs after them, on what they wrote down.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

test('no public call is uncovered', () => {
  const script = fileURLToPath(new URL('coverage.mjs', import.meta.url));
  assert.equal(execFileSync(process.execPath, [script], { encoding: 'utf8' }), '');
});
