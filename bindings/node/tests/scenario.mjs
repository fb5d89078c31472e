// Runs a scenario file (tests/scenarios/README.md) through the Node binding: its fields have the names and units of C,
// so this turns them into the binding's values and answers back.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { Engine, Secret, TicketcoreError } from '../index.mjs';

export const model = JSON.parse(fs.readFileSync(process.env.TICKETCORE_MODEL, 'utf8'));
const structOf = (name) => model.structs[model.aliases[name] ?? name];

/** A number, or constants by name joined by |. */
export function number(value) {
  if (typeof value === 'string' && !/^-?\d+$/.test(value))
    return value.split('|').reduce((total, name) => total | BigInt(model.constants[name]), 0n);
  return BigInt(value);
}

const wide = (m) => /64|size_t/.test(m.type);
const pad = (text) => Uint8Array.from({ length: 16 }, (_, i) => text.charCodeAt(i) || 0);
const names = (m, value) => Object.entries(m.names).filter(([v]) => Number(v) && (value & BigInt(v)) === BigInt(v)).map(([, n]) => n);
const bits = (value) => Array.from({ length: 32 }, (_, i) => i).filter((i) => (value >> BigInt(i)) & 1n);

/** What JSON gives, as the binding takes it. */
export function valueOf(m, given) {
  switch (m.kind) {
    case 'time': return number(given) ? new Date(Number(number(given))) : null;
    case 'duration': return number(given) ? Number(number(given)) : null;
    case 'request_id': return pad(given);
    case 'secret': case 'secret_pointer': return Secret.from(given);
    case 'bytes': return new Uint8Array(Buffer.from(given, 'hex'));
    case 'mask': return bits(number(given));
    case 'flags': return names(m, number(given));
    case 'enum': return m.names?.[number(given)] ?? Number(number(given));
    case 'list': return given.map((one) => (m.of in model.structs ? givenTo(m.of, one) : m.of === 'text' ? one
      : /64/.test(m.of) ? number(one) : Number(number(one))));
    case 'text': case 'chars': case 'blob': return given;
    case 'bool': return number(given) !== 0n;
    case 'cursor': return m.type === 'tc_event_cursor' ? new Uint8Array(Buffer.from(given, 'hex')) : number(given);
    default: return wide(m) ? number(given) : Number(number(given));
  }
}

export function givenTo(struct, given) {
  const made = {};
  const members = structOf(struct);
  for (const name in given) {
    const m = members.find((one) => one.name === name);
    assert.ok(m, `${struct} has no ${name}`);
    made[m.js] = valueOf(m, given[name]);
  }
  return made;
}

function numberOf(m, value) {
  if (typeof value === 'number') return BigInt(value);
  return BigInt(Object.entries(m.names).find(([, name]) => name === value)[0]);
}

/** The other way, as the C runner shows it. */
function shown(m, value) {
  switch (m.kind) {
    case 'time': return value === null ? (m.max ? (1n << 63n) - 1n : 0n) : BigInt(value.getTime());
    case 'secret': return value.hex();
    case 'bytes': return Buffer.from(value).toString('hex');
    case 'mask': return value.reduce((all, one) => all | (1n << (typeof one === 'number' ? BigInt(one) : numberOf(m, one))), 0n);
    case 'flags': return value.reduce((all, one) => all | numberOf(m, one), 0n);
    case 'enum': return numberOf(m, value);
    case 'list': return value.map((one) => (m.of in model.structs ? show(m.of, one) : typeof one === 'number' ? BigInt(one) : one));
    case 'bool': return value ? 1n : 0n;
    default:
      if (value === null && m.none) return (1n << 32n) - 1n;
      return typeof value === 'number' ? BigInt(value) : value;
  }
}

export function show(struct, value) {
  const out = {};
  for (const m of structOf(struct)) {
    out[m.name] = shown(m, value[m.js]);
    if (m.kind === 'list' && m.count) out[m.count] = BigInt(out[m.name].length);
  }
  return out;
}

function agrees(expected, actual) {
  if (Array.isArray(expected))
    return Array.isArray(actual) && expected.length === actual.length && expected.every((one, i) => agrees(one, actual[i]));
  if (expected !== null && typeof expected === 'object')
    return actual !== null && typeof actual === 'object' && Object.entries(expected).every(([k, v]) => agrees(v, actual[k]));
  return typeof actual === 'bigint' ? number(expected) === actual : expected === actual;
}

const told = (value) => JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? `${v}` : v));

/** One scenario on one store. */
export class Run {
  constructor(file, folder, memory) {
    this.document = JSON.parse(fs.readFileSync(file, 'utf8'));
    Object.assign(this, { folder, memory, saved: {} });
  }

  async open() {
    this.engine = await Engine.open(this.folder, { create: true, memory: this.memory, clock: new Date(this.document.clock_ms), seed: 1n });
  }

  substitute(value) {
    if (Array.isArray(value)) return value.map((one) => this.substitute(one));
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, this.substitute(v)]));
    return typeof value === 'string' && value.startsWith('$') ? this.saved[value.slice(1)] : value;
  }

  async command(name, given) {
    const kind = model.commands[name];
    const answer = await this.engine[kind.method](givenTo(kind.request, given));
    return kind.result ? show(kind.result, answer) : {};
  }

  read(name, given) {
    const call = model.reads[name];
    const now = this.engine.snapshot();
    try {
      const answer = call.request ? now[call.method](givenTo(call.request, given))
        : now[call.method](...call.inputs.map((m) => (m.name in given ? valueOf({ ...m, names: m.names ?? {} }, given[m.name])
          : m.page || m.null || m.kind === 'flags' ? undefined : wide(m) ? 0n : 0)));
      const outs = call.shape.filter((p) => ['out', 'array', 'out_value', 'text_out', 'bytes_out'].includes(p.role));
      const out = {};
      outs.forEach((p, i) => {
        const part = outs.length > 1 ? answer[call.pieces[i]] : answer;
        if (p.role === 'out') Object.assign(out, show(p.of, part));
        else if (p.role === 'array') Object.assign(out, { [p.name]: part.map((one) => show(p.of, one)), count: BigInt(part.length) });
        else out[p.name] = shown(p, part);
      });
      return out;
    } finally {
      now.close();
    }
  }

  async verify() {
    const now = this.engine.snapshot();
    const report = await now.verify();
    now.close();
    assert.ok(report.faults.length === 0 && report.facts > 0n, told(report));
  }

  async step(step) {
    const given = this.substitute(step.with ?? {});
    if (step.do || step.read) {
      let code = 'OK', answer;
      try {
        answer = step.do ? await this.command(step.do, given) : this.read(step.read, given);
      } catch (e) {
        if (!(e instanceof TicketcoreError)) throw e;
        code = e.code;
        answer = { field: e.field, subject: e.subject, expected_version: e.expectedVersion, actual_version: e.actualVersion, conflicts: BigInt(e.conflictsCount) };
      }
      assert.equal(code, step.error ?? 'OK', told({ step, answer }));
      const wanted = this.substitute(step.expect ?? {});
      assert.ok(agrees(wanted, answer), `expected ${told(wanted)}, got ${told(answer)}`);
      for (const [name, at] of Object.entries(step.save ?? {})) this.saved[name] = at.split('.').reduce((v, part) => v[part], answer);
    } else if (step.clock !== undefined) {
      const by = typeof step.clock === 'string' ? this.engine.clock().getTime() + Number(step.clock) : step.clock;
      this.engine.setClock(new Date(by));
    } else if (step.reopen) {
      if (this.memory) return;
      const now = this.engine.clock();
      await this.engine.close();
      await this.open();
      this.engine.setClock(now);
    } else if (step.verify) {
      await this.verify();
    } else {
      assert.ok('note' in step, told(step));
    }
  }

  async run() {
    await this.open();
    for (const [at, step] of this.document.steps.entries()) {
      try {
        await this.step(step);
      } catch (e) {
        e.message = `step ${at}: ${e.message}`;
        throw e;
      }
    }
    await this.verify();
  }
}
