// A worker that carries out the payments the engine asks for: payment_worker.mjs STORE --provider URL [--once].
//
// The provider is asked over HTTP under the command's idempotency key, so a command that is carried out twice (a worker
// died, a lease ran out) has one effect there. No answer is an answer too: 'unknown' makes the engine ask again.
import { parseArgs } from 'node:util';
import { Engine, LeaseLostError } from 'ticketcore';

const { values, positionals } = parseArgs({ allowPositionals: true, options: {
  provider: { type: 'string', default: 'http://127.0.0.1:8080' }, once: { type: 'boolean', default: false }, worker: { type: 'string', default: '1' } } });

async function ask(job) {
  const body = JSON.stringify({ amount: `${job.amountMinor}`, currency: job.currency, token: job.token, reference: job.reference });
  try {
    const answer = await fetch(`${values.provider}/${job.kind}`, { method: 'POST', body, signal: AbortSignal.timeout(10_000),
      headers: { 'content-type': 'application/json', 'idempotency-key': Buffer.from(job.idempotencyKey).toString('hex') } });
    const said = await answer.json();
    if (answer.ok) return ['done', { amountMinor: job.amountMinor, currency: job.currency, reference: said.reference }];
    if (answer.status === 402) return ['declined', { reference: said.reason }];
    return ['unknown', {}];
  } catch {
    return ['unknown', {}];
  }
}

const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
const engine = await Engine.open(positionals[0]);
try {
  for await (const job of engine.payments({ worker: BigInt(values.worker), leaseMs: 60_000, once: values.once, signal: stop.signal })) {
    const [outcome, detail] = await ask(job);
    try {
      await job.answer(outcome, detail);
      console.log(`order ${job.order}: ${job.kind} ${outcome}`);
    } catch (error) {
      if (!(error instanceof LeaseLostError)) throw error; // it took too long and another worker has it
    }
  }
} catch (error) {
  if (error.name !== 'AbortError') throw error;
} finally {
  await engine.close();
}
