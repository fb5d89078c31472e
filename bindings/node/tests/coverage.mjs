// Lists the public calls of the engine that the tests did not make through the binding: coverage.mjs, after the tests.
import fs from 'node:fs';
import path from 'node:path';

const model = JSON.parse(fs.readFileSync(process.env.TICKETCORE_MODEL, 'utf8'));
const place = path.join(process.env.TICKETCORE_BUILD, 'bindings/node/calls');
const lines = new Set(fs.readdirSync(place).flatMap((f) => fs.readFileSync(path.join(place, f), 'utf8').split('\n')));
const reads = Object.keys(model.reads);
const made = new Set([...lines].map((l) => (/^\d+$/.test(l) ? `tc_${reads[l]}` : l)));
for (const c of Object.values(model.commands)) if (lines.has(`command ${c.method}`)) made.add(c.function);
made.add('tc_command_run'); // never used: a promise waits for a completion instead
for (const name of model.functions) if (!made.has(name)) console.log(name);
