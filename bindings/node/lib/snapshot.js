// One consistent moment of a store, and iterators over what is longer than a page.
'use strict';
const wire = require('./wire.js');
const { SnapshotReads } = require('./generated/code.js');
const { HANDLE } = wire;
const [REFRESH, MOMENT, COMMIT, CLOSE] = [0, 1, 2, 3];

const forgotten = new FinalizationRegistry((handle) => wire.native.snapshot(handle, CLOSE));

class Snapshot extends SnapshotReads {
  constructor(engine) {
    super();
    const handle = wire.native.snapshotOpen(engine[HANDLE]);
    if (handle <= 1) throw wire.failure(handle);
    this[HANDLE] = handle;
    this.engine = engine;
    forgotten.register(this, handle, this);
  }

  close() {
    if (this[HANDLE] === 0) return;
    const code = wire.native.snapshot(this[HANDLE], CLOSE);
    if (code === 2) throw wire.failure(code);
    forgotten.unregister(this);
    this[HANDLE] = 0;
  }

  [Symbol.dispose ?? Symbol.for('Symbol.dispose')]() {
    this.close();
  }

  get closed() {
    return this[HANDLE] === 0 || wire.native.snapshot(this[HANDLE], MOMENT) === 1;
  }

  get time() {
    return wire.snapshot(this[HANDLE], MOMENT).time();
  }

  get commit() {
    return wire.snapshot(this[HANDLE], COMMIT).u64();
  }

  refresh() {
    wire.snapshot(this[HANDLE], REFRESH);
    return this;
  }

  track(promise) {
    return this.engine.track(promise);
  }

  /** The whole store as lines of JSON, into a new file. */
  async dumpFile(path) {
    const file = await require('node:fs/promises').open(path, 'wx');
    try {
      return await this.dump(file.fd);
    } finally {
      await file.close();
    }
  }

  * venues(request = {}) {
    yield* pages(request, (r) => this.venueList(r), 'venues', 0n);
  }

  * maps(request = {}) {
    yield* pages(request, (r) => this.mapList(r), 'maps', 0n);
  }

  * ticketTypes(event) {
    yield* pages({ event }, (r) => this.ticketTypeList(r), 'ticketTypes', 0);
  }

  * events(request = {}) {
    for (let after = request.after; ;) {
      const page = this.eventList({ ...request, after });
      yield* page.events;
      if (!page.more) return;
      after = page.next;
    }
  }

  * orders(request = {}) {
    yield* pages(request, (r) => this.orderList(r), 'orders', 0n);
  }

  * tickets(request = {}) {
    yield* pages(request, (r) => this.ticketList(r), 'tickets', 0n);
  }

  * messages(request = {}) {
    yield* pages(request, (r) => this.messageList(r), 'messages', 0n);
  }

  * revocations(event) {
    yield* pages({ after: 0n }, ({ after }) => this.revocationList(event, after), 'list', 0n);
  }

  * mapSeats(map, mapVersion = 0) {
    yield* full((first) => this.mapSeatList(map, mapVersion, first), (_, first, seats) => first + seats.length);
  }

  * pools(event) {
    yield* full((after) => this.poolList(event, after), (last) => last.pool);
  }

  * scans(event) {
    yield* full((after) => this.checkinList(event, after), (last) => last.entry, 0n);
  }

  * journal() {
    yield* full((after) => this.ledgerJournal(after), (last) => last.id, 0n);
  }

  /** Every event of record from a cursor to this moment. */
  * feed(cursor = 0n) {
    for (;;) {
      const { events, next } = this.feedRead(cursor, 500);
      yield* events;
      if (next === cursor) return;
      cursor = next;
    }
  }
}

function* pages(request, read, key, none) {
  for (let after = request.after ?? none; ;) {
    const page = read({ ...request, after });
    yield* page[key];
    if (page.next === none) return;
    after = page.next;
  }
}

function* full(read, next, after = 0) {
  for (;;) {
    const items = read(after);
    yield* items;
    if (items.length < 1000) return;
    after = next(items[items.length - 1], after, items);
  }
}

module.exports = { Snapshot };
