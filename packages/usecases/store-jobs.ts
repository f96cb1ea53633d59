import { assert } from '#domain/assert';
import type { ProfileEntries } from '#domain/credit/profile';
import type { CreditRecord } from '#domain/credit/record';
import type { RecordId } from '#domain/ids';
import { reminderOf } from '#domain/notice/reminder';
import {
  type Decided,
  decideSubject,
  type Found,
  type Job,
  type SubjectDecided,
} from './decide-subject.ts';
import { eachAtOnce } from './each-at-once.ts';
import {
  type Change,
  type IdOf,
  type Kept,
  type Kind,
  MAX_COMMIT,
  MAX_GET,
  MAX_VALUE_BYTES,
  type Ports,
  type Versioned,
} from './ports.ts';

/** Lines that weigh as much as a record of its own: a commit holds 4 MB. */
const LINES_PER_WEIGHT = 300;
const COMMITS_AT_ONCE = 6;
const MAX_TRIES = 20;

type Ready = { readonly job: Job; readonly index: number } & SubjectDecided;

/**
 * Decides and stores jobs, many firms a commit, since a call costs more than what it carries. Where somebody
 * else has written one of the records meanwhile, each firm of that commit is looked up and decided anew.
 * Answers keep the order of the jobs.
 */
export async function storeJobs(
  ports: Ports,
  jobs: readonly Job[],
): Promise<readonly (readonly Decided[])[]> {
  const found = await lookUp(ports, jobs);
  const remind = reminder(ports);
  const ready = jobs.map((job, index) => ({
    job,
    index,
    ...decideSubject(job, found(job), remind),
  }));
  const answers = ready.map(({ decided }) => decided);
  await eachAtOnce(commitsOf(ready), COMMITS_AT_ONCE, async (together) => {
    if ((await store(ports, together)) === 'committed') return;
    for (const { job, index } of together) answers[index] = await storeAlone(ports, job);
  });
  return answers;
}

const reminder = (ports: Ports) => (record: CreditRecord) =>
  reminderOf({ record, digest: ports.digest, at: ports.now() });

async function storeAlone(ports: Ports, job: Job): Promise<readonly Decided[]> {
  for (let tried = 0; tried < MAX_TRIES; tried += 1) {
    const found = await lookUp(ports, [job]);
    const ready = { job, index: 0, ...decideSubject(job, found(job), reminder(ports)) };
    const result = ready.changes.length === 0 ? 'committed' : await store(ports, [ready]);
    if (result === 'committed') return ready.decided;
    if (result === 'too_large') return refusedAsTooLarge(job);
  }
  assert(false, `the records of ${job.subject} come to rest`);
}

/** Nothing of the job is written, so that its rows come back together. */
const refusedAsTooLarge = ({ groups }: Job): readonly Decided[] =>
  groups.flatMap(({ rows }) =>
    rows.map(({ raw, occurredOn, period }) => ({
      raw,
      occurredOn,
      verdict: 'refused',
      refusals: [
        {
          code: 'too_long',
          field: period === undefined ? 'row' : 'period',
          expected: `rows of one firm${period === undefined ? '' : ` in ${period}`} that fill at most ${MAX_VALUE_BYTES} bytes together, packed`,
        },
      ],
    })),
  );

const store = (ports: Ports, together: readonly Ready[]) =>
  ports.store.commit({
    changes: together.flatMap(({ changes }) => changes),
    events: [],
    profiles: [...Map.groupBy(together, ({ job }) => job.subject)].map(([code, of]) => ({
      code,
      entries: merged(of),
    })),
  });

const merged = (of: readonly Ready[]): ProfileEntries =>
  Object.assign({}, ...of.map(({ entries }) => entries));

/** As many firms together as a commit holds; those with nothing to write are left out. */
function commitsOf(ready: readonly Ready[]): readonly Ready[][] {
  const commits: Ready[][] = [];
  let room = 0;
  for (const one of ready) {
    if (one.changes.length === 0) continue;
    const weight = 1 + one.changes.reduce((sum, change) => sum + weightOf(change), 0);
    if (weight > room) {
      commits.push([]);
      room = MAX_COMMIT;
    }
    commits.at(-1)?.push(one);
    room -= weight;
  }
  return commits;
}

const weightOf = (change: Change): number =>
  change.kind === 'record' ? 1 + (change.value.lines?.length ?? 0) / LINES_PER_WEIGHT : 1;

/** Everything that jobs meet, in as few reads as there can be. */
async function lookUp(ports: Ports, jobs: readonly Job[]): Promise<(job: Job) => Found> {
  const [enterprises, records] = await Promise.all([
    getAll(ports, 'enterprise', [...new Set(jobs.map(({ subject }) => subject))]),
    getAll(
      ports,
      'record',
      jobs.flatMap(({ groups }) => groups.map(({ id }) => id)),
    ),
  ]);
  const record = (id: RecordId) => records.get(id);
  return ({ subject }) => ({ enterprise: enterprises.get(subject), record });
}

export async function getAll<K extends Kind>(
  ports: Ports,
  kind: K,
  ids: readonly IdOf[K][],
): Promise<ReadonlyMap<IdOf[K], Versioned<Kept[K]> | undefined>> {
  const found = new Map<IdOf[K], Versioned<Kept[K]> | undefined>();
  for (let start = 0; start < ids.length; start += MAX_GET) {
    const part = ids.slice(start, start + MAX_GET);
    const values = await ports.store.getMany(kind, part);
    for (const [index, id] of part.entries()) found.set(id, values[index]);
  }
  return found;
}
