// Every refusal and failure as an error of its own class, under TicketcoreError.
'use strict';
const wire = require('./wire.js');
const { ERRORS, conflict } = require('./generated/code.js');

class TicketcoreError extends Error {
  constructor(message, detail = {}) {
    super(message);
    this.code = detail.code ?? 'INVALID';
    this.class = detail.class ?? 'refused';
    this.event = detail.event ?? 0n;
    this.subject = detail.subject ?? 0n;
    this.expectedVersion = detail.expectedVersion ?? 0n;
    this.actualVersion = detail.actualVersion ?? 0n;
    this.line = detail.line ?? 0n;
    this.conflictsCount = detail.conflictsCount ?? 0;
    this.conflicts = detail.conflicts ?? [];
    this.field = detail.field ?? '';
  }
}

/** A class that shows its own name. */
function classOf(name, base) {
  const made = { [name]: class extends base {} }[name];
  Object.defineProperty(made.prototype, 'name', { value: name, configurable: true, writable: true });
  return made;
}

const classes = {};
for (const name of ['RefusedError', 'ConflictedError', 'TryAgainError', 'StoreFailedError', 'HandleDeadError'])
  classes[name] = classOf(name, TicketcoreError);
for (const [, name, under] of Object.values(ERRORS)) classes[name] = classOf(name, classes[under]);

/** The engine, snapshot or iterator was closed before this call. */
const ClosedError = classOf('ClosedError', classes.RefusedError);

/** An AbortSignal ended the waiting. `outcome` says what that means for the command. */
class AbortedError extends TicketcoreError {
  constructor(outcome, command, reason) {
    super(outcome === 'cancelled' ? 'the command was not handed over; nothing happened'
      : 'the command was handed over before the signal came; run `command` again to learn what became of it',
    { code: 'ABORTED', class: 'retry' });
    this.outcome = outcome;
    this.command = command;
    this.cause = reason;
  }
}
Object.defineProperty(AbortedError.prototype, 'name', { value: 'AbortError', configurable: true, writable: true });

function make(code, r) {
  const [name, kind, , group] = ERRORS[code] ?? ['UNKNOWN', 'HandleDeadError', '', 'fatal'];
  if (!r) return new classes[kind]('a call in another thread uses it', { code: name, class: group });
  const detail = {
    code: name, class: group, event: r.u64(), subject: r.u64(), expectedVersion: r.u64(), actualVersion: r.u64(), line: r.u64(),
    conflictsCount: r.u32(), conflicts: wire.list(r, conflict), field: r.text(),
  };
  return new classes[kind](r.text(), detail);
}

wire.hooks.error = make;
wire.hooks.closed = () => new ClosedError('it is closed', { code: 'INVALID', class: 'refused' });

module.exports = { AbortedError, ClosedError, TicketcoreError, classes, make };
