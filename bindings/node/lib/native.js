// Finds the compiled module: what the environment names, a build beside a checkout, the platform's package.
'use strict';
const fs = require('node:fs');
const path = require('node:path');

function libc() {
  if (process.platform !== 'linux') return '';
  const glibc = process.report?.getReport?.().header.glibcVersionRuntime;
  return glibc ? '-gnu' : '-musl';
}

function find() {
  const told = process.env.TICKETCORE_NODE;
  if (told) return told;
  const build = process.env.TICKETCORE_BUILD;
  const checkout = path.join(__dirname, '..', '..', '..');
  const beside = [build && path.join(build, 'bindings/node/ticketcore.node'),
    path.join(checkout, 'build/release/bindings/node/ticketcore.node'),
    path.join(checkout, 'build/debug/bindings/node/ticketcore.node')];
  for (const place of beside) if (place && fs.existsSync(place)) return place;
  const name = `@ticketcore/${process.platform}-${process.arch}${libc()}`;
  try {
    return require.resolve(`${name}/ticketcore.node`);
  } catch {
    throw new Error(`ticketcore: there is no package ${name} beside it. Where one is published, install without ` +
      '--omit=optional; else build the module from the source and name it in TICKETCORE_NODE.');
  }
}

module.exports = require(find());
