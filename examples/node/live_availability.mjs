// Seats as they are taken, live in every browser: live_availability.mjs STORE [--port N], then GET /events/N.
//
// Server-sent events: first the state of every seat, then what changed with each commit of any process. One follower of
// the feed serves all browsers; one that was away asks from the inventory version it had (Last-Event-ID).
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { Engine, NotFoundError } from 'ticketcore';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { port: { type: 'string', default: '8000' } } });
const engine = await Engine.open(positionals[0], { readOnly: true });
const watchers = new Map(); // response → { event, version }

function tell(response, watcher) {
  const { changes, inventoryVersion } = engine.read((now) => now.availabilitySince(watcher.event, watcher.version, 10_000));
  if (inventoryVersion === watcher.version) return;
  watcher.version = inventoryVersion;
  response.write(`id: ${inventoryVersion}\ndata: ${JSON.stringify(changes, (_, v) => (typeof v === 'bigint' ? `${v}` : v))}\n\n`);
}

const server = createServer((request, response) => {
  const [, number] = /^\/events\/(\d{1,19})$/.exec(request.url) ?? [];
  try {
    if (!number) throw new NotFoundError('no such page');
    const event = BigInt(number);
    const { seats, inventoryVersion } = engine.read((now) => now.availabilitySeats(event, 0, 100_000));
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const last = /^\d{1,19}$/.test(request.headers['last-event-id'] ?? '') ? BigInt(request.headers['last-event-id']) : null;
    const watcher = { event, version: last ?? inventoryVersion };
    if (last === null) response.write(`id: ${inventoryVersion}\nevent: all\ndata: ${JSON.stringify(seats, (_, v) => (typeof v === 'bigint' ? `${v}` : v))}\n\n`);
    else tell(response, watcher);
    watchers.set(response, watcher);
    request.on('close', () => watchers.delete(response));
  } catch (error) {
    response.writeHead(error instanceof NotFoundError ? 404 : 500).end(`${error.message}\n`);
  }
});
server.listen(Number(values.port), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/events/1`));

const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
try {
  const { end } = engine.read((now) => now.feedEnds());
  for await (const _ of engine.feed({ cursor: end, follow: true, signal: stop.signal }))
    for (const [response, watcher] of watchers) tell(response, watcher);
} catch (error) {
  if (error.name !== 'AbortError') throw error;
} finally {
  server.close();
  server.closeAllConnections();
  await engine.close();
}
