// Sells at the till: seller.mjs STORE [--event N] [--type N] [--seats N] [--email ADDRESS] [--list].
import { parseArgs } from 'node:util';
import { Engine, TicketcoreError, requestIdNew } from 'ticketcore';

const { values, positionals } = parseArgs({ allowPositionals: true, options: {
  event: { type: 'string', default: '1' }, type: { type: 'string', default: '1' }, seats: { type: 'string', default: '1' },
  email: { type: 'string' }, list: { type: 'boolean', default: false } } });

function list(engine) {
  engine.read((now) => {
    for (const event of now.events({ statuses: ['on_sale'] })) {
      console.log(`${event.event}  ${event.name}: ${now.availabilityGet(event.event).free} free`);
      for (const type of now.ticketTypes(event.event)) console.log(`    ${type.ticketType}  ${type.name} ${price(type.priceMinor, event.currency)}`);
    }
  });
}

const price = (minor, currency) => `${(Number(minor) / 100).toFixed(2)} ${currency}`;

async function sell(engine) {
  const event = BigInt(values.event), ticketType = Number(values.type), quantity = Number(values.seats);
  const hold = await engine.holdBest({ event, quantity, ttlMs: 120_000 });
  const order = await engine.orderCreate({ requestId: requestIdNew(), hold: hold.hold, holdSecret: hold.secret, method: 'paid',
    items: hold.seats.map(() => ({ ticketType })),
    contacts: values.email ? [{ channel: 'email', address: values.email, locale: 'en' }] : undefined });
  console.log(`order ${order.order}: ${price(order.totalMinor, order.currency)}`);
  engine.read((now) => {
    for (const ticket of now.tickets({ order: order.order, secret: order.secret, flags: ['labels'] }))
      console.log(`${ticket.section} ${ticket.row} ${ticket.label}  ${now.ticketBarcode(ticket.id, now.ticketSecret(ticket.id, order.secret))}`);
  });
}

let engine;
try {
  engine = await Engine.open(positionals[0] ?? '');
  await (values.list ? list(engine) : sell(engine));
} catch (error) {
  if (!(error instanceof TicketcoreError || error instanceof TypeError || error instanceof SyntaxError)) throw error;
  console.error(`seller: ${error.message}`);
  process.exitCode = 1;
} finally {
  await engine?.close();
}
