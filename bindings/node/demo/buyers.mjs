// A buyer process of `ticketcore demo` in Node: `./dev demo --lang node` starts it in every second place, among C
// processes on the same store. It understands the arguments the parent gives its children, behaves as
// src/cli/demo_journey.c does, and keeps the same journal, so that the same audit judges it.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Engine, HandleDeadError, RefusedError, StoreFailedError, TicketcoreError, TryAgainError, command, requestIdNew } from '../index.mjs';
import * as book from './journal.mjs';

const QUANTITY_OF_100 = [15, 60, 72, 90, 94, 98, 99, 100];
const OPEN = ['authorising', 'unknown', 'overdue'];
const PAID = ['capturing', 'settled'];
const GRACE_MS = 6000;
const uuid = (hex) => new Uint8Array(Buffer.from(hex, 'hex'));

/** Numbers that repeat with the seed. */
function dice(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return { next, below, pick: (list) => list[below(list.length)], between: (a, b) => a + next() * (b - a), percent: (n) => next() * 100 < n };
}

/** The house as the live page of this process shows it: a little old, brought up to date by differences. */
class House {
  constructor(engine, event) {
    Object.assign(this, { engine, event, version: 0n, at: 0, states: new Map() });
    engine.read((now) => {
      const view = now.eventGet(event);
      this.seats = view.map ? [...now.mapSeats(view.map, view.mapVersion)] : [];
      this.types = [...now.ticketTypes(event)];
      this.pools = [...now.pools(event)].map((pool) => pool.pool);
    });
    this.plain = this.seats.map((seat) => !seat.seatFlags.some((flag) => ['accessible', 'companion', 'retired'].includes(flag)));
    this.categories = this.seats.reduce((most, seat) => Math.max(most, seat.category), 0);
    this.refresh();
  }

  refresh() {
    const { changes, inventoryVersion } = this.engine.read((now) => now.availabilitySince(this.event, this.version, 100000));
    this.version = inventoryVersion;
    for (const { seat, state, version } of changes) this.states.set(seat, { state, version });
    this.at = performance.now();
  }

  look() {
    if (performance.now() - this.at > 120) this.refresh();
    for (const { state } of this.states.values()) if (state === 'free') return true;
    return false;
  }

  canTake(seat) {
    return seat !== null && this.plain[seat] && this.states.get(seat)?.state === 'free';
  }

  /** Free seats side by side with the versions the page shows. */
  pick(random, quantity) {
    this.look();
    let free = Array.from({ length: 12 }, () => random.below(this.seats.length)).filter((seat) => this.canTake(seat));
    if (!free.length) free = this.seats.map((_, seat) => seat).filter((seat) => this.canTake(seat)).slice(0, 1);
    if (!free.length) return [];
    let seat = free.reduce((a, b) => (this.seats[b].focalDistance < this.seats[a].focalDistance ? b : a));
    for (let i = 0; i < quantity && this.canTake(this.seats[seat].left); i++) seat = this.seats[seat].left;
    const taken = [];
    for (; taken.length < quantity && this.canTake(seat); seat = this.seats[seat].right)
      taken.push({ seat, version: this.states.get(seat).version });
    return taken;
  }

  typeOf(random, category, pool) {
    const fits = this.types.filter((one) => (pool ? one.pool === pool : !one.pool && one.category === category)).map((one) => one.ticketType);
    return !fits.length ? 0 : random.next() < 0.6 ? fits[0] : random.pick(fits);
  }
}

/** What all buyers of the process share. */
class Shop {
  constructor(given, engine) {
    Object.assign(this, { given, engine, leaving: false, house: new House(engine, given.event), journal: new book.Journal(given.books, given.slot) });
  }

  /** Until it is answered for good. A finished handle ends the process: its successor goes on. */
  async send(one) {
    for (let i = 0; i < 200; i++) {
      try {
        return (await this.engine.run(one)) ?? true;
      } catch (error) {
        if (error instanceof StoreFailedError || error instanceof HandleDeadError) {
          console.error(`demo: a buyer lost the store: ${error.message}`);
          process.exit(5);
        }
        if (!(error instanceof TryAgainError)) throw error;
        await sleep(20);
      }
    }
    return null;
  }

  /** The same; null: refused. */
  async offer(one) {
    try {
      return await this.send(one);
    } catch (error) {
      if (error instanceof TicketcoreError) return null;
      throw error;
    }
  }
}

/** One buyer from the wish to the door. */
class Buyer {
  constructor(shop, random, journey) {
    Object.assign(this, { shop, random, journey });
  }

  note(text) {
    this.shop.journal.write(this.journey, text);
  }

  think(least, most) {
    return sleep(this.random.between(least, most));
  }

  /** A few requests are sent again, as after a lost answer: they answer the same. */
  async twice(one, answer, name) {
    if (!this.random.percent(3)) return;
    const again = await this.shop.engine.run(one).catch((error) => {
      if (!(error instanceof TicketcoreError)) throw error;
    });
    if (again && again[name] !== answer[name]) {
      console.error(`demo: one request id made two of ${name}`);
      process.exit(6);
    }
  }

  // ---- the hold

  wish() {
    const { journey: j, random, shop: { house } } = this;
    const at = random.below(100), many = random.below(100);
    Object.assign(j, { holdId: book.hex(requestIdNew()), kind: at < 12 ? 'g' : at < 40 ? 'n' : at < 43 ? 'a' : 'b', pool: 0, category: 0, seats: [],
      quantity: 1 + QUANTITY_OF_100.findIndex((most) => many < most) });
    if (j.kind === 'g') {
      j.pool = house.pools.length ? random.pick(house.pools) : 0;
      j.kind = j.pool ? 'g' : 'b';
    }
    if (j.kind === 'a') j.quantity = 2;
    if (j.kind === 'b' && house.categories && random.percent(55)) j.category = 1 + random.below(house.categories);
    if (j.kind === 'n') {
      j.seats = house.pick(random, j.quantity);
      j.quantity = j.seats.length;
      if (random.percent(50)) j.seats = j.seats.map(({ seat }) => ({ seat, version: 0 }));
    }
    return j.quantity > 0;
  }

  /** Made from the wish alone: the same whenever it is sent again. */
  holdCommand() {
    const { journey: j, shop: { given: { event, ttlMs } } } = this;
    const common = { requestId: uuid(j.holdId), ttlMs, buyer: j.buyer };
    if ('ba'.includes(j.kind))
      return command.holdBest({ ...common, event, quantity: j.quantity, accessible: j.kind === 'a' ? 1 : 0, categories: j.category ? [j.category] : undefined });
    return command.holdCreate({ ...common, seats: j.seats.map((one) => ({ event, ...one })),
      pools: j.pool ? [{ event, pool: j.pool, quantity: j.quantity }] : undefined });
  }

  async getHold(resume) {
    const j = this.journey;
    for (let i = 0; i < 5; i++, resume = false) {
      if (!resume) {
        if (this.shop.leaving || !this.wish()) return false;
        this.note(['want', j.holdId, j.kind, j.quantity, j.category, j.pool, j.seats.length, ...j.seats.flatMap(({ seat, version }) => [seat, version])].join(' '));
      }
      const one = this.holdCommand();
      const hold = await this.shop.offer(one);
      if (hold) {
        await this.twice(one, hold, 'hold');
        Object.assign(j, { hold: hold.hold, holdSecret: hold.secret, held: hold.seats.map(({ seat }) => seat) });
        this.note(['held', j.hold, j.holdSecret.hex(), j.held.length, ...j.held].join(' '));
        return true;
      }
      this.shop.house.refresh();
      await this.think(5, 60);
    }
    return false;
  }

  // ---- the order

  items() {
    const made = [];
    for (const ticketType of this.journey.types) {
      const last = made.at(-1);
      if (this.journey.pool && last?.ticketType === ticketType) last.quantity++;
      else made.push({ ticketType, quantity: 1 });
    }
    return made;
  }

  chooseTypes() {
    const { journey: j, random, shop: { house } } = this;
    if (j.pool) {
      const [first, second] = [0, 0].map(() => house.typeOf(random, 0, j.pool));
      j.types = Array.from({ length: j.quantity }, (_, n) => (n <= Math.floor(j.quantity / 2) ? first : second));
    } else {
      j.types = j.held.map((seat) => house.typeOf(random, house.seats[seat].category, 0));
    }
    return j.types.length > 0 && j.types.every(Boolean);
  }

  /** What the buyer is shown before paying; the order will be held to it. */
  askPrice() {
    const { journey: j, shop: { given: { event }, engine } } = this;
    const items = j.pool ? this.items().map((one) => ({ event, target: j.pool, kind: 'pool', ...one }))
      : j.held.map((target, n) => ({ event, target, ticketType: j.types[n] }));
    j.expected = engine.read((now) => now.orderQuote({ items }).totalMinor);
  }

  async makeOrder(resume) {
    const j = this.journey;
    if (!resume) {
      try {
        if (!this.chooseTypes()) return false;
        this.askPrice();
      } catch (error) {
        if (error instanceof RefusedError) return false;
        throw error;
      }
      j.orderId = book.hex(requestIdNew());
      this.note(['order', j.orderId, j.expected, j.types.length, ...j.types].join(' '));
    }
    const one = command.orderCreate({ requestId: uuid(j.orderId), hold: j.hold, holdSecret: j.holdSecret, items: this.items(), method: 'provider',
      expectedCurrency: 'EUR', expectedTotalMinor: j.expected, payWithinMs: this.shop.given.ttlMs, reference: 'demo', token: j.buyer,
      contacts: [{ channel: 'email', address: `${j.buyer}@example.com`, locale: j.id % 3 ? 'de-AT' : 'en' }] });
    const order = await this.shop.offer(one);
    if (!order) return false;
    await this.twice(one, order, 'order');
    Object.assign(j, { order: order.order, orderSecret: order.secret });
    this.note(`ordered ${j.order} ${j.orderSecret.hex()} ${order.totalMinor}`);
    return true;
  }

  // ---- the payment

  look() {
    return this.shop.engine.read((now) => now.orderGet(this.journey.order, this.journey.orderSecret).state);
  }

  async waitPayment() {
    const until = performance.now() + this.shop.given.ttlMs * 2 + GRACE_MS;
    let state = this.look();
    for (let pause = 4; OPEN.includes(state) && performance.now() < until; pause = Math.min(pause * 1.5, 60)) {
      if (this.shop.leaving && state !== 'authorising') break;
      await sleep(pause);
      state = this.look();
    }
    return state;
  }

  async pay() {
    const { order, orderSecret: secret, buyer: token } = this.journey;
    for (let i = 0; i < 3; i++) {
      const state = await this.waitPayment();
      if (state !== 'declined') return PAID.includes(state);
      await this.think(20, 200);
      if (!this.random.percent(65)) {
        if (this.random.percent(50)) await this.shop.offer(command.orderCancel({ order, secret }));
        return false;
      }
      if (!(await this.shop.offer(command.orderPay({ order, secret, method: 'provider', token })))) return false;
    }
    return PAID.includes(await this.waitPayment());
  }

  /** What the store says was bought; after late money the seats may be others than those held. */
  noteConfirmed() {
    const lines = this.shop.engine.read((now) => now.orderLines(this.journey.order, this.journey.orderSecret));
    if (!lines.every((line) => line.ticketFirst)) return null; // taken back in the meantime
    const seats = lines.filter((line) => line.kind === 'seat').map((line) => line.target);
    this.note(['confirmed', lines.reduce((sum, line) => sum + line.quantity, 0), seats.length, ...seats].join(' '));
    return lines;
  }

  // ---- the money back

  async sendRefund() {
    const j = this.journey;
    const back = await this.shop.offer(command.orderRefund({ requestId: uuid(j.refundId), order: j.order,
      tickets: j.refundTicket ? [j.refundTicket] : undefined }));
    if (back) this.note(`refunded ${back.amountMinor}`);
  }

  async askRefund(lines) {
    const j = this.journey;
    let seat = 0xffffffff;
    await this.think(100, 800);
    if (this.shop.leaving || this.look() !== 'settled') return;
    j.refundTicket = 0n;
    if (!this.random.percent(60)) {
      const line = this.random.pick(lines);
      j.refundTicket = line.ticketFirst;
      if (line.kind === 'seat') seat = line.target;
    }
    j.refundId = book.hex(requestIdNew());
    this.note(`refund ${j.refundId} ${j.refundTicket} ${seat}`);
    await this.sendRefund();
  }

  // ---- the whole way

  async walk() {
    const begun = this.journey.stage;
    if (begun <= book.WANTED) {
      if (!(await this.getHold(begun === book.WANTED))) return 'no-seats';
      if (this.random.percent(5)) {
        if (await this.shop.offer(command.holdRelease({ hold: this.journey.hold, secret: this.journey.holdSecret }))) this.note('released');
        return 'released';
      }
      if (this.random.percent(6)) return 'left';
      await this.think(10, 300);
    }
    if (begun <= book.ORDERING && !(await this.makeOrder(begun === book.ORDERING))) return 'no-order';
    if (begun <= book.ORDERED) {
      if (!(await this.pay())) return 'unpaid';
      const lines = this.noteConfirmed();
      if (!lines) return 'taken-back';
      if (!this.shop.leaving && this.random.percent(4)) await this.askRefund(lines);
    }
    if (begun === book.REFUNDING) await this.sendRefund();
    return 'home';
  }

  async run() {
    if (this.journey.stage) this.note('resumed');
    this.note(`over ${await this.walk()}`);
  }
}

const { values } = parseArgs({ allowPositionals: true, options: Object.fromEntries(
  ['role', 'slot', 'incarnation', 'event', 'ttl-ms', 'seed', 'buyers', 'store', 'books'].map((name) => [name, { type: 'string' }])) });
const given = { slot: Number(values.slot), incarnation: Number(values.incarnation), event: BigInt(values.event), ttlMs: Number(values['ttl-ms']),
  seed: Number(BigInt.asUintN(32, BigInt(values.seed))), buyers: Number(values.buyers), store: values.store, books: values.books };

process.on('SIGINT', () => {}); // ctrl-C is the parent's to answer
process.on('SIGUSR1', () => {});
const engine = await Engine.open(given.store);
const shop = new Shop(given, engine);
process.on('SIGTERM', () => { shop.leaving = true; });
const parent = process.ppid;
const watch = setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, 200); // the parent is gone
const begun = book.read(shop.journal.path);
let journeys = ((given.slot + 1) * 10000 + (given.incarnation % 10000)) * 10000000;

await Promise.all(Array.from({ length: given.buyers }, async (_, number) => {
  const random = dice(Math.imul(given.seed + 1, 1000003) + Math.imul(given.slot * 65536 + given.incarnation, 7919) + number);
  for (let one; (one = begun.shift());) await new Buyer(shop, random, one).run();
  await sleep(random.between(0, 150));
  while (!shop.leaving) {
    await new Buyer(shop, random, book.journey(++journeys)).run();
    if (!shop.house.look()) await sleep(40);
  }
}));
clearInterval(watch);
await engine.close();
