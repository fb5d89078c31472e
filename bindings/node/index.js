// The package by require; index.mjs hands the same on to modules. Puts the parts together, adds nothing.
'use strict';
const wire = require('./lib/wire.js');
const code = require('./lib/generated/code.js');
const { FeedEvent, Secret, payload } = require('./lib/values.js');

if (wire.native.signature !== code.signature)
  throw new Error('ticketcore: the compiled module is of another version of the package; build or install both again');
payload.layouts = code.LAYOUTS;

const { AbortedError, ClosedError, TicketcoreError, classes } = require('./lib/errors.js');
const { Engine, command, load } = require('./lib/engine.js');
const { Snapshot } = require('./lib/snapshot.js');
const { load: _load, feedEventJson, ...functions } = code.functions;

FeedEvent.prototype.json = function json() {
  return feedEventJson({ ...this });
};
let onLog = null;
wire.setLog((level, area, sentence) => {
  if (onLog) onLog(level, area, sentence);
  else process.emitWarning(`${area}: ${sentence}`, 'TicketcoreWarning');
});
/** Where the engines of this thread tell what needs care; null: process warnings. */
Engine.onLog = (call) => {
  onLog = call;
};

module.exports = {
  ...code.enums, ...code.constants, ...classes, ...functions,
  AbortedError, ClosedError, Engine, FeedEvent, Secret, Snapshot, TicketcoreError, command, load,
};
