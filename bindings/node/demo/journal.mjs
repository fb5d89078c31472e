// What the demonstration's buyers write down outside the store, line for line as src/cli/demo_acks.c has it: before a
// request goes out, and right after its acknowledgement came. The audit reads these lines.
import fs from 'node:fs';
import path from 'node:path';
import { Secret } from '../index.mjs';

export const [WANTED, HELD, ORDERING, ORDERED, CONFIRMED, REFUNDING, REFUNDED] = [1, 2, 3, 4, 5, 6, 7];

export const journey = (id) => ({ id, stage: 0, over: false, kind: 'b', quantity: 0, category: 0, pool: 0, seats: [], held: [], types: [],
  hold: 0n, order: 0n, expected: 0n, refundTicket: 0n, buyer: `buyer-${id}` });
export const hex = (uuid) => uuid.replaceAll('-', '');

/** One append-only file a place; one write a line, so that a kill cuts off the last line at most. */
export class Journal {
  constructor(books, slot) {
    this.path = path.join(books, `buyers-${slot}.log`);
    this.fd = fs.openSync(this.path, 'a', 0o600);
    fs.writeSync(this.fd, '\n'); // the predecessor's last line may lack its end
  }

  write(one, text) {
    const line = Buffer.from(`${process.hrtime.bigint() / 1000n} ${one.id} ${text} ;\n`);
    if (fs.writeSync(this.fd, line) !== line.length) process.kill(process.pid, 'SIGKILL'); // without its journal a buyer must not go on
  }
}

/** One line into its journey. */
function take(one, word, words) {
  const next = () => words.shift();
  const number = () => Number(next());
  const list = (item) => Array.from({ length: number() }, item);
  if (word === 'want') {
    Object.assign(one, { holdId: next(), kind: next(), quantity: number(), category: number(), pool: number(), stage: WANTED });
    one.seats = list(() => ({ seat: number(), version: number() }));
  } else if (word === 'held') {
    Object.assign(one, { hold: BigInt(next()), holdSecret: Secret.from(next()), held: list(number), stage: HELD });
  } else if (word === 'order') {
    Object.assign(one, { orderId: next(), expected: BigInt(next()), types: list(number), stage: ORDERING });
  } else if (word === 'ordered') {
    Object.assign(one, { order: BigInt(next()), orderSecret: Secret.from(next()), stage: ORDERED });
  } else if (word === 'confirmed') {
    one.stage = CONFIRMED;
  } else if (word === 'refund') {
    Object.assign(one, { refundId: next(), refundTicket: BigInt(next()), stage: REFUNDING });
  } else if (word === 'refunded') {
    one.stage = REFUNDED;
  } else if (word === 'over') {
    one.over = true;
  }
}

/** The journeys that were begun and are not over. */
export function read(file) {
  const all = new Map();
  for (const line of fs.readFileSync(file, 'latin1').split('\n')) {
    if (!line.endsWith(' ;')) continue; // cut off by a kill
    const [, id, word, ...words] = line.slice(0, -2).split(' ');
    if (!all.has(id)) all.set(id, journey(Number(id)));
    try {
      take(all.get(id), word, words);
    } catch {
      continue;
    }
  }
  return [...all.values()].filter((one) => !one.over);
}
