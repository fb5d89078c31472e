/**
 * ticketcore: an embeddable ticketing engine. One library, one file store, no server.
 *
 * 64-bit numbers (ids, money in minor units) are bigint, moments are Date, durations are milliseconds, numbers with
 * names are string unions. Every refusal is an error of its own class under TicketcoreError.
 */
import type * as g from './lib/generated/types.js';

export * from './lib/generated/types.js';

/** A UUID as text. */
export type RequestId = string & { readonly __requestId?: never };

/** The 128-bit authority over a hold, an order or a ticket. It does not show itself in logs and JSON. */
export class Secret {
  private constructor();
  /** From 32 hexadecimal digits or 16 bytes. */
  static from(given: Secret | Uint8Array | string): Secret;
  /** As 32 hexadecimal digits, where it must be told. */
  hex(): string;
  bytes(): Uint8Array;
  equals(other: unknown): boolean;
}

/** What went wrong, in full. Look at its class, its `code`, or instanceof SeatTakenError. */
export class TicketcoreError extends Error {
  constructor(message?: string, detail?: object);
  /** Like 'SEAT_TAKEN'. */
  readonly code: g.Code | 'ABORTED' | 'UNKNOWN';
  readonly class: g.ErrorClass;
  /** Event of the subject, or 0n. */
  readonly event: bigint;
  /** Number of what it is about: a seat, a hold, an order … */
  readonly subject: bigint;
  readonly expectedVersion: bigint;
  readonly actualVersion: bigint;
  /** Line of a malformed text, from 1n, or 0n. */
  readonly line: bigint;
  readonly conflictsCount: number;
  /** Seats that stood in the way: of batches; a single command only names the first in `subject`. */
  readonly conflicts: readonly g.Conflict[];
  /** Name of the offending field, or ''. */
  readonly field: string;
}

/** The engine, snapshot or iterator was closed before this call. */
export class ClosedError extends TicketcoreError {}

/** An AbortSignal ended the waiting. Its name is 'AbortError'. */
export class AbortedError extends TicketcoreError {
  /** 'cancelled': it was not handed over, nothing happened. 'unknown': run `command` again to learn its outcome. */
  readonly outcome: 'cancelled' | 'unknown';
  /** The command with its request id: running it again has no second effect. */
  readonly command: g.Command;
}

/** How a command is run. */
export interface CommandOptions {
  /** Ends the waiting, not the command: see AbortedError. With a signal a command has a request id in any case. */
  signal?: AbortSignal;
}

/** How to open a store. */
export interface EngineOptions {
  /** Make the store when there is none. */
  create?: boolean;
  /** With `create`: refuse when there is one. */
  exclusive?: boolean;
  /** No commands, snapshots only. */
  readOnly?: boolean;
  /** Acknowledge before the last flush: the last commits may be lost in a power cut. */
  relaxed?: boolean;
  /** Keep everything in memory, for tests; the path is ignored. */
  memory?: boolean;
  /** The machine's clock is right although it is far ahead of the store's last commit. */
  clockJump?: boolean;
  /** Time stands still at this moment until setClock() moves it, for tests. */
  clock?: Date;
  /** Bytes the store may grow to; the default is 32 GiB. */
  mapBytes?: bigint;
  /** Snapshots open at once, over all processes; the default is 1024. */
  maxReaders?: number;
  /** Commands that may wait in the engine. */
  queueDepth?: number;
  /** Commands in one commit. */
  batchMax?: number;
  logLevel?: number;
  /** Repeats the engine's random choices, for tests. */
  seed?: bigint;
  /** Commands of this engine under way at once, 1 … 65536; more wait for their turn. The default is 4096. */
  inFlight?: number;
}

interface FeedEventOf<Type extends keyof g.FeedData> {
  readonly type: Type;
  readonly sequence: bigint;
  readonly time: Date;
  readonly commit: bigint;
  readonly event: bigint;
  readonly subject: bigint;
  readonly version: number;
  readonly payload: Uint8Array;
  /** Its payload by name. */
  readonly data: g.FeedData[Type];
  /** One line of JSON, as the command line and every other language write it. */
  json(): string;
}
/** An event of record; its `type` says what its `data` holds. */
export type FeedEvent = { [Type in keyof g.FeedData]: FeedEventOf<Type> }[keyof g.FeedData];

/** A message that is leased, with its content. Answer it once it was sent, or was not. */
export interface OutboxMessage extends g.LeasedMessage {
  readonly content: g.Message;
  sent(receipt?: string): Promise<void>;
  retry(receipt?: string): Promise<void>;
  failed(receipt?: string): Promise<void>;
}

/** A payment command that is leased. */
export interface PaymentJob extends g.PaymentCommand {
  answer(outcome: g.PaymentOutcome, detail?: Partial<g.PaymentAnswerRequest>): Promise<unknown>;
}

/** A store, open for reading and changing. */
export class Engine extends g.EngineCommands implements g.EngineReads, AsyncDisposable {
  private constructor();
  /** Open a store: a folder, on a local disk. */
  static open(path: string | URL, options?: EngineOptions): Promise<Engine>;
  /** Where the engines of this thread tell what needs care; null: process warnings. */
  static onLog(call: ((level: number, area: string, sentence: string) => void) | null): void;
  readonly path: string;
  /** Run one command that is a value. */
  run<Answer>(command: g.Command<Answer>, options?: CommandOptions): Promise<Answer>;
  /** Many commands in one crossing and as few commits as possible. Each stands alone: its place has its answer or its error. */
  batch<Answer>(commands: Iterable<g.Command<Answer>>): Promise<(Answer | TicketcoreError)[]>;
  /** Commands that were handed over or wait for their turn. */
  readonly inFlight: number;
  /** One consistent moment, for reading. Close it soon. */
  snapshot(): Snapshot;
  /** What `read` answers of a snapshot that is closed afterwards. */
  read<Answer>(read: (now: Snapshot) => Answer): Answer;
  /** The events of record from a cursor on; with `follow` for ever. */
  feed(options?: { cursor?: bigint; follow?: boolean; page?: number; signal?: AbortSignal }): AsyncGenerator<FeedEvent, void, void>;
  /** Wait until there is something to read at a cursor, whichever process commits it. */
  news(cursor: bigint, signal?: AbortSignal, timeoutMs?: number): Promise<boolean>;
  /** Messages to send, one by one, each leased; with `once` it ends when nothing is due. */
  outbox(options?: g.MessageLeaseRequest & { once?: boolean; signal?: AbortSignal }): AsyncGenerator<OutboxMessage, void, void>;
  /** Payment commands to carry out, one by one, each leased. */
  payments(options: Omit<g.PaymentLeaseRequest, 'max'> & { max?: number; once?: boolean; signal?: AbortSignal }): AsyncGenerator<PaymentJob, void, void>;
  /** Copy the store into a new folder while work goes on. */
  backup(path: string, options?: { compact?: boolean }): Promise<void>;
  clock(): Date;
  setClock(now: Date): void;
  stat(): g.EngineStat;
  metrics(): string;
  readonly closed: boolean;
  /** Waits for what is under way, then closes the store and its snapshots. Closing twice is fine. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

type Filter<Request> = Omit<Request, 'after' | 'limit'>;

/** One consistent moment of the store. Reading waits for nobody. */
export class Snapshot extends g.SnapshotReads implements Disposable {
  private constructor();
  close(): void;
  readonly closed: boolean;
  /** The moment at which it judges expiry. */
  readonly time: Date;
  /** The number of the commit it shows. */
  readonly commit: bigint;
  /** Move to the newest commit and the present time. */
  refresh(): this;
  /** The store as lines of JSON, into an open file. */
  dump(fd: number): Promise<bigint>;
  /** The same into a new file. */
  dumpFile(path: string): Promise<bigint>;
  venues(request?: Filter<g.VenueListRequest>): Generator<g.VenueView, void, void>;
  maps(request?: Filter<g.MapListRequest>): Generator<g.MapView, void, void>;
  mapSeats(map: bigint, mapVersion?: number): Generator<g.MapSeat, void, void>;
  events(request?: Filter<g.EventListRequest>): Generator<g.EventView, void, void>;
  ticketTypes(event: bigint): Generator<g.TicketTypeView, void, void>;
  pools(event: bigint): Generator<g.PoolView, void, void>;
  orders(request?: Filter<g.OrderListRequest>): Generator<g.Order, void, void>;
  tickets(request?: Filter<g.TicketListRequest>): Generator<g.Ticket, void, void>;
  messages(request?: Filter<g.MessageListRequest>): Generator<g.Message, void, void>;
  revocations(event: bigint): Generator<g.Revocation, void, void>;
  scans(event: bigint): Generator<g.ScanEntry, void, void>;
  journal(): Generator<g.LedgerEntry, void, void>;
  feed(cursor?: bigint): Generator<FeedEvent, void, void>;
  [Symbol.dispose](): void;
}

/** Make a store from a dump: a file's path or descriptor. Answers the lines read. */
export function load(path: string, file: string | number): Promise<bigint>;

declare const ticketcore: typeof import('./index.js');
export default ticketcore;
