// Bytes between JavaScript and the module. A writer says what is wrong with a value and where; a reader makes the
// values of an answer. What is generated (generated/code.js) is written with these, and nothing else touches the buffers.
'use strict';
const native = require('./native.js');
const { FeedEvent, Secret } = require('./values.js');

const HANDLE = Symbol('handle');
const RUN = Symbol('run');
const ROOM = 262144;
const utf8 = new TextEncoder();

/** What is wrong with a value, before it is known where it stands. */
class Fault {
  constructor(kind, reason, path) {
    this.kind = kind;
    this.reason = reason;
    this.path = path;
  }
}

function under(fault, name) {
  if (!(fault instanceof Fault)) return fault;
  fault.path = fault.path ? (fault.path[0] === '[' ? name + fault.path : `${name}.${fault.path}`) : name;
  return fault;
}

class Writer {
  constructor(shared) {
    this.shared = shared;
    this.at = 0;
    this.resize(shared ? ROOM : 4096);
  }

  resize(size) {
    const old = this.u8;
    this.buffer = new ArrayBuffer(size);
    this.u8 = new Uint8Array(this.buffer);
    this.view = new DataView(this.buffer);
    this.size = size;
    if (old) this.u8.set(old.subarray(0, this.at));
    if (this.shared) native.setup(this.buffer, answers.view.buffer, logged);
  }

  need(bytes) {
    if (this.at + bytes > this.size) this.resize(Math.max(this.size * 2, this.at + bytes + 4096));
  }

  begin() {
    this.need(4);
    const at = this.at;
    this.at += 4;
    return at;
  }

  end(at, mask) {
    this.view.setUint32(at, mask, true);
  }

  object(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Fault(TypeError, 'must be an object', '');
  }

  missing(name) {
    throw new Fault(TypeError, 'must be given', name);
  }

  /** No member but those known; what has a known name and is undefined was not given. */
  known(value, count, names) {
    let there = 0;
    for (const _ in value) there++;
    if (there === count) return;
    for (const name in value) if (!names.has(name)) throw new Fault(TypeError, `is not known; there is ${[...names].join(', ')}`, name);
  }

  u32(value, name) {
    if (typeof value !== 'number' || value >>> 0 !== value)
      throw typeof value === 'number' ? new Fault(RangeError, 'must be a whole number in 0 … 4294967295', name)
        : new Fault(TypeError, 'must be a number', name);
    this.need(4);
    this.view.setUint32(this.at, value, true);
    this.at += 4;
  }

  i32(value, name) {
    if (typeof value !== 'number' || (value | 0) !== value)
      throw typeof value === 'number' ? new Fault(RangeError, 'must be a whole number in -2147483648 … 2147483647', name)
        : new Fault(TypeError, 'must be a number', name);
    this.need(4);
    this.view.setInt32(this.at, value, true);
    this.at += 4;
  }

  u64(value, name) {
    if (typeof value !== 'bigint') throw new Fault(TypeError, 'must be a bigint', name);
    if (BigInt.asUintN(64, value) !== value) throw new Fault(RangeError, 'must be in 0n … 18446744073709551615n', name);
    this.need(8);
    this.view.setBigUint64(this.at, value, true);
    this.at += 8;
  }

  i64(value, name) {
    if (typeof value !== 'bigint') throw new Fault(TypeError, 'must be a bigint', name);
    if (BigInt.asIntN(64, value) !== value) throw new Fault(RangeError, 'must fit into 64 bits', name);
    this.need(8);
    this.view.setBigInt64(this.at, value, true);
    this.at += 8;
  }

  f64(value) {
    this.need(8);
    this.view.setFloat64(this.at, value, true);
    this.at += 8;
  }

  bool(value, name) {
    if (typeof value !== 'boolean') throw new Fault(TypeError, 'must be a boolean', name);
    this.u32(value ? 1 : 0, name);
  }

  time(value, name) {
    if (!(value instanceof Date)) throw new Fault(TypeError, 'must be a Date', name);
    const ms = Date.prototype.getTime.call(value);
    if (ms !== ms) throw new Fault(RangeError, 'is no valid date', name);
    this.f64(ms);
  }

  duration(value, wide, zero, name) {
    if (typeof value !== 'number') throw new Fault(TypeError, 'must be a number of milliseconds', name);
    const whole = Math.ceil(value); // a part of one counts whole, so that little never becomes nothing
    if (!(whole >= (wide ? -Number.MAX_SAFE_INTEGER : 0) && whole <= (wide ? Number.MAX_SAFE_INTEGER : 4294967295)))
      throw new Fault(RangeError, 'is out of range', name);
    if (zero && whole === 0) throw new Fault(RangeError, 'must not be 0; leave it out for the default', name);
    this.f64(whole);
  }

  text(value, name) {
    if (typeof value !== 'string') throw new Fault(TypeError, 'must be a string', name);
    const begin = this.at;
    this.need(value.length * 3 + 5);
    let at = begin + 4, i = 0;
    const u8 = this.u8, short = value.length < 48 ? value.length : 0;
    for (; i < short; i++) {
      const code = value.charCodeAt(i);
      if (code > 127 || code === 0) break;
      u8[at++] = code;
    }
    if (i < value.length) {
      if (!value.isWellFormed()) throw new Fault(RangeError, 'has lone surrogates, which are no text', name);
      if (value.includes('\0')) throw new Fault(RangeError, 'must not contain a NUL', name);
      at = begin + 4 + utf8.encodeInto(value, u8.subarray(begin + 4)).written;
    }
    u8[at] = 0;
    this.view.setUint32(begin, at - begin - 4, true);
    this.at = at + 1;
  }

  chars(value, room, name) {
    const begin = this.at;
    this.text(value, name);
    if (this.view.getUint32(begin, true) >= room) throw new Fault(RangeError, 'is too long', name);
  }

  raw(value, length, name) {
    if (!(value instanceof Uint8Array)) throw new Fault(TypeError, 'must be a Uint8Array', name);
    if (value.length !== length) throw new Fault(RangeError, `must have ${length} bytes`, name);
    this.need(length);
    this.u8.set(value, this.at);
    this.at += length;
  }

  blob(value, name) {
    if (typeof value === 'string') return this.text(value, name);
    if (!(value instanceof Uint8Array)) throw new Fault(TypeError, 'must be a string or a Uint8Array', name);
    this.need(value.length + 5);
    this.view.setUint32(this.at, value.length, true);
    this.u8.set(value, this.at + 4);
    this.at += value.length + 5;
    this.u8[this.at - 1] = 0;
  }

  secret(value, name) {
    if (value instanceof Secret) {
      this.need(16);
      Secret.put(value, this.view, this.at);
      this.at += 16;
    } else if (value instanceof Uint8Array) {
      this.raw(value, 16, name);
    } else {
      throw new Fault(TypeError, 'must be a Secret or 16 bytes', name);
    }
  }

  requestId(value, name) {
    if (typeof value !== 'string') return this.raw(value, 16, name);
    const hex = value.replaceAll('-', '');
    if (!/^[0-9a-f]{32}$/i.test(hex)) throw new Fault(RangeError, 'must be a UUID', name);
    this.need(16);
    for (let i = 0; i < 16; i++) this.u8[this.at++] = parseInt(hex.slice(i * 2, i * 2 + 2), 16);
  }

  number(value, names, open, name) {
    if (typeof value === 'string') {
      const number = names.get(value);
      if (number === undefined) throw new Fault(RangeError, `must be one of ${[...names.keys()].join(', ')}`, name);
      this.u32(number >>> 0, name);
    } else if (open) {
      this.u32(value, name);
    } else {
      throw new Fault(TypeError, `must be one of ${[...names.keys()].join(', ')}`, name);
    }
  }

  flags(value, names, name) {
    let all = 0;
    for (const [i, one] of sequence(value, name).entries()) {
      const number = names.get(one);
      if (number === undefined) throw new Fault(RangeError, `must be one of ${[...names.keys()].join(', ')}`, `${name}[${i}]`);
      all |= number;
    }
    this.u32(all >>> 0, name);
  }

  mask(value, names, name) {
    let all = 0;
    for (const [i, one] of sequence(value, name).entries()) {
      const bit = typeof one === 'number' ? one : names?.get(one);
      if (!(bit >= 0 && bit < 32 && bit === bit >>> 0)) throw new Fault(RangeError, 'must be a number in 0 … 31 or a known name', `${name}[${i}]`);
      all |= 1 << bit;
    }
    this.u32(all >>> 0, name);
  }

  list(value, item, name) {
    const all = sequence(value, name);
    const count = all.length;
    this.u32(count, name);
    let i = 0;
    try {
      for (; i < count; i++) item(this, all[i]);
    } catch (e) {
      throw under(under(e, `[${i}]`), name);
    }
  }
}

function sequence(value, name) {
  if (Array.isArray(value)) return value;
  if (value === null || typeof value !== 'object' || typeof value[Symbol.iterator] !== 'function')
    throw new Fault(TypeError, 'must be an array', name);
  return Array.from(value);
}

const item_text = (w, v) => w.text(v, '');
const item_u32 = (w, v) => w.u32(v, '');
const item_u64 = (w, v) => w.u64(v, '');

class Reader {
  attach(buffer) {
    this.u8 = Buffer.from(buffer);
    this.view = new DataView(buffer);
    this.at = 0;
    return this;
  }

  u32() {
    const at = this.at;
    this.at = at + 4;
    return this.view.getUint32(at, true);
  }

  u32OrNull() {
    const value = this.u32();
    return value === 0xffffffff ? null : value;
  }

  i32() {
    return this.u32() | 0;
  }

  u64() {
    const at = this.at;
    this.at = at + 8;
    return this.view.getBigUint64(at, true);
  }

  i64() {
    const at = this.at;
    this.at = at + 8;
    return this.view.getBigInt64(at, true);
  }

  f64() {
    const at = this.at;
    this.at = at + 8;
    return this.view.getFloat64(at, true);
  }

  /** null: none. What the calendar has no date for is its last or first. */
  time() {
    const ms = this.f64();
    if (ms > 1.8e19) return null;
    return new Date(ms > 8.64e15 ? 8.64e15 : ms < -8.64e15 ? -8.64e15 : ms);
  }

  text() {
    const length = this.u32();
    if (length === 0) return '';
    if (length === 0xffffffff) return null;
    const at = this.at;
    this.at = at + length;
    if (length < 16) {
      const u8 = this.u8;
      let made = '', i = at;
      for (; i < at + length && u8[i] < 128; i++) made += String.fromCharCode(u8[i]);
      if (i === at + length) return made;
    }
    return this.u8.utf8Slice(at, at + length);
  }

  bytes() {
    const length = this.u32();
    this.at += length;
    return new Uint8Array(this.view.buffer.slice(this.at - length, this.at));
  }

  secret() {
    const at = this.at;
    this.at = at + 16;
    return new Secret(this.view.getBigUint64(at), this.view.getBigUint64(at + 8));
  }

  requestId() {
    const hex = this.u8.toString('hex', this.at, this.at += 16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  row() {
    const count = this.u32() / 8;
    const made = [];
    for (let i = 0; i < count; i++) made.push(this.i64());
    return made;
  }
}

function list(r, item) {
  const count = r.u32();
  const made = new Array(count);
  for (let i = 0; i < count; i++) made[i] = item(r);
  return made;
}
const read_text = (r) => r.text();
const read_u32 = (r) => r.u32();
const read_u64 = (r) => r.u64();

/** A number nobody has a name for is the number: a newer engine may answer it. */
const named = (names, number) => names[number] ?? number;

function flags(names, number) {
  const made = [];
  for (const value in names) if (Number(value) && (number & Number(value)) === Number(value)) made.push(names[value]);
  return made;
}

function mask(names, number) {
  const made = [];
  for (let bit = 0; bit < 32; bit++) if ((number >>> bit) & 1) made.push(names ? named(names, bit) : bit);
  return made;
}

// ---- calls

const answers = new Reader().attach(new ArrayBuffer(ROOM));
const answerLength = new Float64Array(answers.view.buffer, ROOM - 8, 1);
const large = new Reader();
let onLog = () => {};
const hooks = { error: null, closed: null };

function logged(count) {
  const r = answer();
  for (let i = 0; i < count; i++) onLog(r.u32(), r.text(), r.text());
}

const writers = [new Writer(true)];
let depth = 0;

/** A writer for one request. A request whose members run code that makes another call has one of its own. */
function begin() {
  const w = writers[depth] ?? (writers[depth] = new Writer(false));
  depth++;
  w.at = 0;
  return w;
}

function release() {
  depth--;
}

function fault(w, e, name) {
  depth--;
  if (!(e instanceof Fault)) return e;
  const made = new e.kind(`${name}: ${e.path ? `${e.path}: ` : ''}${e.reason}`);
  made.code = e.kind === TypeError ? 'ERR_INVALID_ARG_TYPE' : 'ERR_OUT_OF_RANGE';
  return made;
}

function answer() {
  if (answerLength[0] > ROOM - 8) return large.attach(native.large());
  answers.at = 0;
  return answers;
}

/** The error of a code; 1 and 2 are the module's own: closed, busy. */
function failure(code) {
  if (code === 1) return hooks.closed();
  if (code === 2) return hooks.error(-12, null);
  if (code === -100000) return new Error('ticketcore: the package and its module do not fit together');
  return hooks.error(code, answer());
}

function read(row, handle, w) {
  let code;
  depth--;
  if (w.shared) {
    code = native.read(row, handle, w.at);
  } else {
    native.setup(w.buffer, answers.view.buffer, logged);
    code = native.read(row, handle, w.at);
    native.setup(writers[0].buffer, answers.view.buffer, logged);
  }
  if (code !== 0) throw failure(code);
  return answerLength[0] > ROOM - 8 ? answer() : ((answers.at = 0), answers);
}

/** A promise of a call that a callback of the module ends. */
function later(start, decode) {
  return new Promise((resolve, reject) => {
    const code = start((status, value) => {
      if (status < 0) return reject(failure(status));
      try {
        resolve(decode(answer(), value));
      } catch (e) {
        reject(e);
      }
    });
    if (code !== 0) reject(code === -1 ? hooks.closed() : failure(code === -12 ? 2 : code));
  });
}

function readLater(row, owner, w, decode) {
  depth--;
  const handle = owner ? owner[HANDLE] : 0;
  const made = later((done) => native.readLater(row, handle, w.u8, w.at, done), decode);
  return owner?.track ? owner.track(made) : made;
}

/** The answer of a snapshot's own calls. */
function snapshot(handle, what) {
  const code = native.snapshot(handle, what);
  if (code !== 0) throw failure(code);
  return answer();
}

module.exports = {
  FeedEvent, HANDLE, RUN, Fault, Writer, answer, begin, failure, fault, flags, hooks, item_text, item_u32, item_u64, later, list,
  mask, named, native, read, readLater, read_text, read_u32, read_u64, release, snapshot,
  setLog(to) {
    onLog = to;
  },
};
