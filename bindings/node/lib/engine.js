// An open store. Commands are encoded when they are asked for, handed over together at the end of the tick, and
// their promises are resolved by one callback for all answers that are there.
'use strict';
const wire = require('./wire.js');
const { COMMANDS, EngineReads, functions, options: encodeOptions } = require('./generated/code.js');
const { AbortedError, ClosedError, make } = require('./errors.js');
const { Snapshot } = require('./snapshot.js');
const { HANDLE, RUN, native } = wire;

const SKIP = 0xffffffff;
const FLAGS = { create: 'create', exclusive: 'exclusive', readOnly: 'read_only', relaxed: 'relaxed', memory: 'memory', clockJump: 'clock_jump' };
const PLAIN = ['mapBytes', 'maxReaders', 'queueDepth', 'batchMax', 'logLevel', 'seed'];
const KNOWN = new Set([...Object.keys(FLAGS), ...PLAIN, 'clock', 'inFlight', 'signal']);
const BY_NAME = new Map(COMMANDS.map((one) => [one.name, one]));

/** Every command as a value. */
const command = {};
for (const one of COMMANDS)
  command[one.name] = (request = {}) => ({ name: one.name, request });

function kindOf(value) {
  const kind = value && typeof value === 'object' ? BY_NAME.get(value.name) : undefined;
  if (!kind) throw new TypeError('a command is needed, as command.holdCreate({…}) makes it');
  return kind;
}

class Engine extends EngineReads {
  constructor(key, handle, path, inFlight) {
    super();
    if (key !== HANDLE) throw new TypeError('open an engine by await Engine.open(path, options)');
    this[HANDLE] = handle;
    this.path = path;
    this.state = new Flights(this, inFlight);
    this.following = null;
    this.running = new Set();
    this.ending = null;
    const queue = native.queueOpen(handle, inFlight, (count, left) => this.state.landed(count, left));
    if (queue < 1) throw wire.failure(queue);
    this.state.queue = queue;
    Object.defineProperties(this, { state: { enumerable: false }, following: { enumerable: false }, running: { enumerable: false },
      ending: { enumerable: false } });
  }

  /** Open a store. */
  static async open(path, options = {}) {
    if (path instanceof URL) path = require('node:url').fileURLToPath(path);
    if (typeof path !== 'string') throw new TypeError('path: must be a string');
    for (const name in options) if (!KNOWN.has(name)) throw Object.assign(new TypeError(`Engine.open: ${name}: is not known; there is ${[...KNOWN].join(', ')}`), { code: 'ERR_INVALID_ARG_TYPE' });
    const request = { flags: Object.keys(FLAGS).filter((name) => {
      if (options[name] != null && typeof options[name] !== 'boolean') throw new TypeError(`Engine.open: ${name}: must be a boolean`);
      return options[name];
    }).map((name) => FLAGS[name]) };
    for (const name of PLAIN) if (options[name] != null) request[name] = options[name];
    if (options.clock != null) {
      request.flags.push('manual_clock');
      request.clock = options.clock;
    }
    const inFlight = options.inFlight ?? 4096;
    if (!Number.isInteger(inFlight) || inFlight < 1 || inFlight > 65536) throw new RangeError('Engine.open: inFlight: must be in 1 … 65536');
    const w = wire.begin();
    try {
      w.text(path, 'path');
      encodeOptions(w, request);
    } catch (e) {
      throw wire.fault(w, e, 'Engine.open');
    }
    wire.release();
    const handle = await wire.later((done) => native.open(w.u8, w.at, done), (_, made) => made);
    return new Engine(HANDLE, handle, path, inFlight);
  }

  // ---- commands

  [RUN](kind, request, options) {
    return this.state.run(kind, request, options);
  }

  /** Run one command that is a value. */
  async run(value, options) {
    return this.state.run(kindOf(value), value.request, options);
  }

  /** Many commands in one crossing and as few commits as possible; each place has its answer or its error. */
  async batch(commands) {
    if (this.ending) throw new ClosedError('the engine is being closed');
    if (commands === null || typeof commands !== 'object' || typeof commands[Symbol.iterator] !== 'function')
      throw new TypeError('batch: must be an array of commands');
    const all = Array.isArray(commands) ? commands : Array.from(commands);
    const kinds = new Array(all.length);
    if (!all.length) return [];
    const w = wire.begin();
    let i = 0;
    try {
      w.u32(all.length);
      for (; i < all.length; i++) {
        kinds[i] = kindOf(all[i]);
        w.u32(kinds[i].row);
        kinds[i].encode(w, all[i].request);
      }
    } catch (e) {
      throw wire.fault(w, e, `batch[${i}]`);
    }
    wire.release();
    return this.track(wire.later((done) => native.batch(this[HANDLE], w.u8, w.at, done), (r) => {
      const made = new Array(kinds.length);
      for (let n = 0; n < kinds.length; n++) {
        const code = r.i32();
        made[n] = code < 0 ? make(code, r) : kinds[n].decode ? kinds[n].decode(r) : undefined;
      }
      return made;
    }));
  }

  /** Commands that were handed over or wait for their turn. */
  get inFlight() {
    return this.state.flying + this.state.waiting.length;
  }

  // ---- reading

  /** One consistent moment, for reading. */
  snapshot() {
    if (this[HANDLE] === 0) throw new ClosedError('the engine is closed');
    return new Snapshot(this);
  }

  /** What `read` answers of a snapshot that is closed afterwards. */
  read(read) {
    const now = this.snapshot();
    try {
      return read(now);
    } finally {
      now.close();
    }
  }

  /** The events of record from a cursor on; with `follow`, for ever. */
  async * feed({ cursor = 0n, follow = false, page = 500, signal, ...other } = {}) {
    refuseOthers('feed', other);
    for (;;) {
      signal?.throwIfAborted();
      const { events, next } = this.read((now) => now.feedRead(cursor, page));
      yield* events;
      if (next !== cursor) cursor = next;
      else if (!follow || !(await this.news(cursor, signal))) return;
    }
  }

  /** Wait until there is something to read at a cursor; false: the time is over or the engine is being closed. */
  async news(cursor, signal, timeoutMs = Infinity) {
    const end = Date.now() + timeoutMs;
    for (;;) {
      signal?.throwIfAborted();
      if (this.ending) return false;
      const piece = Math.max(0, Math.min(100, end - Date.now()));
      if (await super.feedWait(cursor, piece)) return true;
      if (Date.now() >= end) return false;
    }
  }

  /** Messages to send, one by one, each leased; ends with `once` when nothing is due. */
  async * outbox({ once = false, signal, ...lease } = {}) {
    yield* this.work({ once, signal }, () => this.messageLease({ max: 32, ...lease }), 'messages', (leased) =>
      new OutboxMessage(this, leased));
  }

  /** Payment commands to carry out, one by one, each leased. */
  async * payments({ once = false, signal, ...lease } = {}) {
    yield* this.work({ once, signal }, () => this.paymentLease({ max: 32, ...lease }), 'commands', (leased) =>
      new PaymentJob(this, leased));
  }

  async * work({ once, signal }, lease, key, make_) {
    for (;;) {
      signal?.throwIfAborted();
      if (this.ending) return;
      const { end } = this.read((now) => now.feedEnds());
      const answer = await lease();
      for (const one of answer[key]) yield make_(one);
      if (answer[key].length) continue;
      if (once) return;
      const due = answer.nextDue ? answer.nextDue.getTime() - this.clock().getTime() : 30000;
      await this.news(end, signal, Math.min(Math.max(due, 10), 30000));
    }
  }

  /** Copy the store into a new folder while work goes on. */
  async backup(path, { compact = false, ...other } = {}) {
    refuseOthers('backup', other);
    return super.backup(String(path), compact ? ['compact'] : undefined);
  }

  // ---- the end

  track(promise) {
    this.running.add(promise);
    const over = () => this.running.delete(promise);
    promise.then(over, over);
    return promise;
  }

  get closed() {
    return this[HANDLE] === 0;
  }

  /** Waits for what is under way, then closes the store and its snapshots. Closing twice is fine. */
  close() {
    this.ending ??= this.shut();
    return this.ending;
  }

  async shut() {
    while (this.inFlight || this.running.size)
      await Promise.allSettled([...this.running, this.state.idle()]);
    native.queueClose(this.state.queue);
    const handle = this[HANDLE];
    this[HANDLE] = 0;
    try {
      await wire.later((done) => native.close(handle, new Uint8Array(0), done), (_, again) => again);
    } catch (e) {
      this[HANDLE] = handle;
      this.ending = null;
      throw e;
    }
  }

  async [Symbol.asyncDispose ?? Symbol.for('Symbol.asyncDispose')]() {
    await this.close();
  }
}

function refuseOthers(name, other) {
  for (const key in other) throw new TypeError(`${name}: ${key}: is not known`);
}

/** Commands between being asked for and answered. */
class Flights {
  constructor(engine, most) {
    this.engine = engine;
    this.most = most;
    this.queue = 0;
    this.flying = 0;
    this.waiting = []; // not yet handed over, in order
    this.slots = [];
    this.free = [];
    this.flushing = false;
    this.buffer = new wire.Writer(false);
    this.quiet = [];
  }

  run(kind, request, options) {
    return new Promise((resolve, reject) => {
      const signal = options?.signal;
      if (options) for (const name in options) if (name !== 'signal') throw new TypeError(`${kind.name}: option ${name}: is not known`);
      if (signal) {
        if (request.requestId == null) request = { ...request, requestId: functions.requestIdNew() };
        if (signal.aborted) throw new AbortedError('cancelled', command[kind.name](request), signal.reason);
      }
      if (this.engine.ending) throw new ClosedError('the engine is being closed');
      const w = wire.begin();
      try {
        kind.encode(w, request);
      } catch (e) {
        throw wire.fault(w, e, kind.name);
      }
      wire.release();
      const one = { kind, bytes: w.u8.slice(0, w.at), resolve, reject, listen: null, signal, over: false, handed: false };
      if (signal) {
        one.listen = () => {
          one.over = true;
          reject(new AbortedError(one.handed ? 'unknown' : 'cancelled', command[kind.name](request), signal.reason));
        };
        signal.addEventListener('abort', one.listen, { once: true });
      }
      this.waiting.push(one);
      if (!this.flushing) {
        this.flushing = true;
        queueMicrotask(() => this.flush());
      }
    });
  }

  /** Hands over what there is room for, in one crossing. */
  flush() {
    this.flushing = false;
    const w = this.buffer;
    const sent = [];
    w.at = 0;
    while (this.waiting.length > sent.length && this.flying + sent.length < this.most) {
      const one = this.waiting[sent.length];
      const slot = this.free.pop() ?? this.slots.length;
      this.slots[slot] = one;
      one.slot = slot;
      w.u32(one.over ? 4 : one.bytes.length + 8);
      w.u32(one.over ? SKIP : one.kind.row);
      if (!one.over) {
        w.u32(slot);
        w.need(one.bytes.length);
        w.u8.set(one.bytes, w.at);
        w.at += one.bytes.length;
      }
      sent.push(one);
    }
    if (!sent.length) return this.settle();
    const taken = native.submit(this.queue, w.u8, sent.length, w.at);
    if (taken < 0) {
      for (const one of this.waiting.splice(0)) this.end(one, wire.failure(taken));
      return this.settle();
    }
    this.waiting.splice(0, taken);
    for (let i = 0; i < sent.length; i++) {
      const one = sent[i];
      if (i < taken && !one.over) {
        one.handed = true;
        one.bytes = null;
        this.flying++;
      } else {
        this.release(one);
      }
    }
    const r = wire.answer();
    this.take(r, r.u32());
    if (taken < sent.length && !this.flying) setTimeout(() => this.flush(), 1); // others fill the engine's own queue
    else this.settle();
  }

  release(one) {
    this.slots[one.slot] = null;
    this.free.push(one.slot);
  }

  take(r, count) {
    for (let i = 0; i < count; i++) {
      const one = this.slots[r.u32()];
      r.u32();
      const code = r.i32();
      const error = code < 0 ? make(code, r) : null;
      const answer = code >= 0 && one.kind.decode ? one.kind.decode(r) : undefined;
      this.release(one);
      this.flying--;
      this.end(one, error, answer);
    }
  }

  end(one, error, answer) {
    if (one.listen) one.signal.removeEventListener('abort', one.listen);
    if (one.over) return;
    one.over = true;
    if (error) one.reject(error);
    else one.resolve(answer);
  }

  /** The module's callback: answers are there. */
  landed(count) {
    this.take(wire.answer(), count);
    if (this.waiting.length && !this.flushing) this.flush();
    else this.settle();
  }

  settle() {
    if (this.flying || this.waiting.length) return;
    for (const resolve of this.quiet.splice(0)) resolve();
  }

  idle() {
    return this.flying || this.waiting.length ? new Promise((resolve) => this.quiet.push(resolve)) : Promise.resolve();
  }
}

class OutboxMessage {
  constructor(engine, leased) {
    Object.defineProperty(this, 'engine', { value: engine });
    Object.assign(this, leased);
    Object.assign(this, { content: engine.read((now) => now.messageGet(leased.message)) });
  }

  answer(outcome, receipt) {
    return this.engine.messageAnswer({ message: this.message, lease: this.lease, outcome, receipt });
  }

  sent(receipt) {
    return this.answer('sent', receipt);
  }

  retry(receipt) {
    return this.answer('retry', receipt);
  }

  failed(receipt) {
    return this.answer('failed', receipt);
  }
}

class PaymentJob {
  constructor(engine, leased) {
    Object.defineProperty(this, 'engine', { value: engine });
    Object.assign(this, leased);
  }

  /** What the provider said. */
  answer(outcome, detail = {}) {
    return this.engine.paymentAnswer({ command: this.command, attempt: this.attempt, outcome, ...detail });
  }
}

/** Make a store from a dump; answers the lines read. */
async function load(path, file) {
  if (typeof file === 'number') return functions.load(path, file);
  const open = await require('node:fs/promises').open(file, 'r');
  try {
    return await functions.load(path, open.fd);
  } finally {
    await open.close();
  }
}

module.exports = { Engine, command, load };
