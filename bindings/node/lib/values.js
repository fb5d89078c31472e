// Values that are more than plain ones: a secret, an event of the feed.
'use strict';
const INSPECT = Symbol.for('nodejs.util.inspect.custom');

function unhex(text) {
  if (typeof text !== 'string' || !/^[0-9a-f]{32}$/i.test(text)) throw new TypeError('a secret is 32 hexadecimal digits');
  return new Secret(BigInt(`0x${text.slice(0, 16)}`), BigInt(`0x${text.slice(16)}`));
}

class Secret {
  #high;
  #low;
  constructor(high, low) {
    this.#high = high;
    this.#low = low;
  }

  static from(given) {
    if (given instanceof Secret) return given;
    if (given instanceof Uint8Array) {
      if (given.length !== 16) throw new RangeError('a secret has 16 bytes');
      return unhex(Buffer.from(given).toString('hex'));
    }
    return unhex(given);
  }

  /** Writes it where a request needs it. */
  static put(secret, view, at) {
    view.setBigUint64(at, secret.#high);
    view.setBigUint64(at + 8, secret.#low);
  }

  hex() {
    return this.#high.toString(16).padStart(16, '0') + this.#low.toString(16).padStart(16, '0');
  }

  bytes() {
    return new Uint8Array(Buffer.from(this.hex(), 'hex'));
  }

  equals(other) {
    return other instanceof Secret && this.#high === other.#high && this.#low === other.#low;
  }

  toString() {
    return 'Secret(…)';
  }

  toJSON() {
    throw new TypeError('a secret is not written into JSON by accident: say hex()');
  }

  [INSPECT]() {
    return 'Secret(…)';
  }
}

const payload = { layouts: null };
const READ = {
  u8: ['getUint8', 1], u16: ['getUint16', 2], u32: ['getUint32', 4], u64: ['getBigUint64', 8], i64: ['getBigInt64', 8],
  ms: ['getBigInt64', 8],
};

class FeedEvent {
  constructor(members) {
    Object.assign(this, members);
  }

  /** Its payload by name. */
  get data() {
    const layout = payload.layouts[this.type];
    if (!layout) return {};
    const view = new DataView(this.payload.buffer, this.payload.byteOffset, this.payload.byteLength);
    let at = 0;
    const take = (fields) => {
      const made = {};
      for (const [name, kind] of fields) {
        const [read, width] = READ[kind];
        const value = view[read](at, true);
        made[name] = kind === 'ms' ? new Date(Number(value)) : value;
        at += width;
      }
      return made;
    };
    const made = take(layout[0]);
    if (layout[1].length) {
      made.items = [];
      while (at < view.byteLength) made.items.push(take(layout[1]));
    }
    return made;
  }
}

module.exports = { FeedEvent, Secret, payload };
