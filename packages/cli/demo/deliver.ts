import { setTimeout as sleep } from 'node:timers/promises';
import { type BatchAnswer, batchAnswer, openedBatch } from './answers.ts';
import type { Client, Site } from './client.ts';
import type { Delivery } from './delivery.ts';
import { eachAtOnce } from './each-at-once.ts';
import { personOf } from './people.ts';
import type { Progress } from './progress.ts';
import { Stopped } from './stopped.ts';

const POLL_MS = 400;
const STALLED_MS = 20_000;
const SENDINGS = 4;

/** Files in, rows decided: opening and sending twice is opening and sending once. */
export async function deliver(
  site: Site,
  deliveries: readonly Delivery[],
  progress: Progress,
): Promise<void> {
  // All batches first: what the city collects is known before the first firm is, and stays so.
  await eachAtOnce(deliveries, (delivery) => open(senderOf(site, delivery), delivery));
  const [register, others] = [
    deliveries.filter(({ catalogue }) => catalogue === 'enterprise-registration'),
    deliveries.filter(({ catalogue }) => catalogue !== 'enterprise-registration'),
  ];
  await deliverTogether(site, register, progress, 'Register of firms');
  await deliverTogether(site, others, progress, 'Credit records');
}

async function deliverTogether(
  site: Site,
  deliveries: readonly Delivery[],
  progress: Progress,
  name: string,
): Promise<void> {
  const step = progress.step(name, deliveries.length);
  const rows = new Map<string, number>();
  let finished = 0;
  const note = (delivery: Delivery, batch: BatchAnswer) => {
    rows.set(delivery.id, batch.counts.delivered);
    if (batch.status === 'completed') finished += 1;
    step.advance(finished, `files, ${inAll(rows)} rows`);
  };
  await eachAtOnce(deliveries, (delivery) => send(senderOf(site, delivery), delivery));
  await Promise.all(
    deliveries.map((delivery) => untilDecided(senderOf(site, delivery), delivery, note)),
  );
  step.done(`${deliveries.length} files, ${inAll(rows)} rows decided`);
}

const inAll = (rows: ReadonlyMap<string, number>): string =>
  [...rows.values()].reduce((sum, count) => sum + count, 0).toLocaleString('en');

/** Each department delivers its own. */
const senderOf = (site: Site, { supplier }: Delivery): Client =>
  site.as(personOf('department', supplier, 'supplier'));

const pathOf = ({ id }: Delivery) => `/v1/batches/${id}`;

const open = (client: Client, delivery: Delivery) => {
  const { catalogue, supplier, mapping } = delivery;
  return client.put(
    pathOf(delivery),
    { catalogue, supplier, ...(mapping && { mapping }) },
    openedBatch,
  );
};

/** Sends the file of a batch unless the platform has it already. */
async function send(client: Client, delivery: Delivery, again = false): Promise<void> {
  const { batch, upload } = await open(client, delivery);
  const wanted = batch.status === 'awaiting_file' || (again && batch.status === 'ingesting');
  if (!wanted) return;
  if (!upload) throw new Stopped(`${delivery.id} names no place for its file.`);
  await client.upload(upload.method, upload.url, delivery.bytes());
}

/** A batch under way may have lost its file or its reader to a kill: then the file is sent once more. */
async function untilDecided(
  client: Client,
  delivery: Delivery,
  note: (delivery: Delivery, batch: BatchAnswer) => void,
): Promise<void> {
  let done = -1;
  let still = 0;
  for (let sendings = 1; ; ) {
    const batch = await client.get(pathOf(delivery), batchAnswer);
    if (!batch) throw new Stopped(`${delivery.id} was opened and is gone.`);
    if (batch.status === 'refused') throw new Stopped(refusedFile(delivery, batch));
    note(delivery, batch);
    if (batch.status === 'completed') return;
    still = batch.counts.delivered === done ? still + POLL_MS : 0;
    done = batch.counts.delivered;
    if (still >= STALLED_MS) {
      if (sendings === SENDINGS)
        throw new Stopped(`${delivery.fileName} stands still at row ${done}: is the queue served?`);
      sendings += 1;
      still = 0;
      await send(client, delivery, true);
    }
    await sleep(POLL_MS);
  }
}

function refusedFile({ fileName, id }: Delivery, { refusal }: BatchAnswer): string {
  const { code, field, expected } = refusal ?? {};
  const why = [code, field, expected].filter(Boolean).join(', ');
  return `${fileName} was refused whole (${why}): see /v1/batches/${id}`;
}
