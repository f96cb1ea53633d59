import { setTimeout as sleep } from 'node:timers/promises';
import {
  anyAnswer,
  type BatchAnswer,
  batchAnswer,
  idleAnswer,
  whitelistAnswer,
} from './answers.ts';
import { lenderOf } from './bank.ts';
import type { City } from './city.ts';
import type { Client, Site } from './client.ts';
import { deliver } from './deliver.ts';
import { suppliersOf } from './department.ts';
import { eachAtOnce } from './each-at-once.ts';
import { listProduct } from './list-product.ts';
import { OFFICE, personOf } from './people.ts';
import { consentWith, postNeed, readUnder } from './post-need.ts';
import type { Progress } from './progress.ts';
import { Stopped } from './stopped.ts';
import { whitelistOf } from './whitelist-terms.ts';

const POLL_MS = 200;
/** Idle twice in a row: between two queues nothing is seen for a moment. */
const QUIET_READINGS = 2;
const PATIENCE_MS = 300_000;

/** Sends the whole city. Every request may be repeated, so a load cut off anywhere is simply run again. */
export async function loadCity(site: Site, city: City, progress: Progress): Promise<void> {
  const data = site.as(personOf('office', OFFICE, 'data'));
  await putEach(progress, {
    by: () => data,
    name: 'Departments',
    items: suppliersOf(city.deliveries),
    pathOf: ({ id }) => `/v1/suppliers/${id}`,
  });
  await deliver(site, city.deliveries, progress);
  await sendEach(progress, {
    name: 'Bank products',
    items: city.offered,
    send: (product) => listProduct(site, product),
  });
  await untilIdle(site, progress, 'Scoring');
  await recommend(site, city.seed, progress);
  const taken = await ask(site, progress, city);
  await putEach(progress, {
    by: ({ bank }) => site.as(personOf('bank', bank, 'loan_officer')),
    name: 'Loan outcomes',
    items: city.lent.filter(({ code }) => taken.has(code)),
    pathOf: ({ id }) => `/v1/outcomes/${id}`,
  });
  await untilIdle(site, progress, 'Matching');
}

/** What the platform knows of each delivery: one question per file. */
export async function readBatches(site: Site, city: City): Promise<readonly Delivered[]> {
  const client = site.as(personOf('office', OFFICE, 'data'));
  return eachAtOnce(city.deliveries, async ({ id, supplier }) => {
    const batch = await client.get(`/v1/batches/${id}`, batchAnswer);
    return { supplier, ...(batch && { batch }) };
  });
}
export type Delivered = { readonly supplier: string; readonly batch?: BatchAnswer };

/** Does the platform still hold all that was delivered? */
export const isWhole = (delivered: readonly Delivered[]): boolean =>
  delivered.every(({ batch }) => batch?.status === 'completed');

async function putEach<Item>(
  progress: Progress,
  what: {
    readonly by: (item: Item) => Client;
    readonly name: string;
    readonly items: readonly Item[];
    readonly pathOf: (item: Item) => string;
  },
): Promise<void> {
  await sendEach(progress, {
    ...what,
    send: (item) => what.by(item).put(what.pathOf(item), item, anyAnswer),
  });
}

async function sendEach<Item>(
  progress: Progress,
  what: {
    readonly name: string;
    readonly items: readonly Item[];
    readonly send: (item: Item) => Promise<unknown>;
  },
): Promise<void> {
  const step = progress.step(what.name, what.items.length);
  let sent = 0;
  await eachAtOnce(what.items, async (item) => {
    await what.send(item);
    sent += 1;
    step.advance(sent);
  });
  step.done(`${sent} sent`);
}

/**
 * A firm that stands on a list of hard stops may ask for nothing: that is no fault of the load. Answers whose needs
 * were taken in; each of them has consented to a bank.
 */
async function ask(site: Site, progress: Progress, city: City): Promise<ReadonlySet<string>> {
  const { asked } = city;
  const step = progress.step('Financing needs', asked.length);
  const read = new Set<string>();
  const consented = new Set<string>();
  let put = 0;
  const numbered = asked.map((need, place) => ({ need, place }));
  await eachAtOnce(numbered, async ({ need, place }) => {
    const { id: bank } = lenderOf(city, place);
    const consent = consentWith(need, bank, city.asOf);
    const taken = await postNeed(site, need, consent);
    if (taken) consented.add(need.code);
    if (taken && !read.has(bank)) {
      read.add(bank);
      await readUnder(site, consent);
    }
    put += 1;
    step.advance(put);
  });
  const stopped = put - consented.size;
  const consents = `, as many consents, ${read.size} looked at by their bank`;
  step.done(
    `${consented.size} sent${consents}${stopped > 0 ? `, ${stopped} refused by a hard stop` : ''}`,
  );
  return consented;
}

/** Only the one-machine runner says when its queues are empty; elsewhere there is nothing to wait for. */
async function untilIdle(site: Site, progress: Progress, name: string): Promise<void> {
  const step = progress.step(name, 1);
  for (let quiet = 0, waited = 0; quiet < QUIET_READINGS; waited += POLL_MS) {
    const answer = await site.nobody.get('/__local', idleAnswer);
    if (!answer) return step.done('left to the queues');
    if (waited > PATIENCE_MS) throw new Stopped('The queues do not empty: see the server’s log.');
    quiet = answer.idle ? quiet + 1 : 0;
    await sleep(POLL_MS);
  }
  step.advance(1);
  step.done('queues empty');
}

/** Four eyes: whoever drafts a list does not publish it. */
async function recommend(site: Site, seed: number, progress: Progress): Promise<void> {
  const drafter = site.as(personOf('office', OFFICE, 'list_drafter'));
  const approver = site.as(personOf('office', OFFICE, 'approver'));
  const { id, ...terms } = whitelistOf(seed);
  const path = `/v1/whitelists/${id}`;
  const step = progress.step('Recommended list', 1);
  await drafter.put(path, { id, ...terms }, anyAnswer);
  for (let waited = 0; ; waited += POLL_MS) {
    const list = await drafter.get(path, whitelistAnswer);
    if (list?.status === 'draft') await approver.put(`${path}/publication`, {}, anyAnswer);
    if (list && list.status !== 'drafting')
      return step.done(`${list.listed} of ${list.considered} firms, published`);
    if (waited > PATIENCE_MS)
      throw new Stopped('The list is still being drafted: is the queue served?');
    await sleep(POLL_MS);
  }
}
