import { eraseNumbers } from '#domain/identity/erase-numbers';
import { identityId } from '#domain/identity/identity';
import { nameOfParty, type Principal } from '#domain/principal';
import { type Outcome, refuse } from '#domain/refusal';
import {
  type Counted,
  countCounts,
  identityCounts,
  noticeCounts,
  readingCounts,
  refusalsCount,
  reportCounts,
} from '#domain/retention/counts-from';
import type { RetentionReport } from '#domain/retention/report';
import { appliedRuleIds, dueOn, dueUntil } from '#domain/retention/rules';
import type { BusinessDate, Instant } from '#domain/time';
import { type DueMonth, dueMonths } from './due-months.ts';
import type { Ports, Versioned } from './ports.ts';
import {
  commitDone,
  commitDue,
  type Due,
  type DuePage,
  endRun,
  ITEMS_PER_COMMIT,
  type Run,
  type RunTerms,
} from './retention-run.ts';
import { type IndexedRuleId, isWalked, walkRule } from './walk-retention.ts';

/** Items of one run at most; what is left is left for the next. */
const MAX_ITEMS = 5_000;

type Page = { readonly limit: number; readonly after?: string };

/** How each rule with an index finds what it counts from a month on, by day, and what it does. */
const steps = (ports: Ports) =>
  ({
    refused_rows: (month, page) =>
      pageOf(ports.store.list('dueRefusals', month, page), refusalsCount, ({ value, version }) => ({
        removal: {
          kind: 'refusals',
          id: `${value.batch}/${value.fromLine}/${value.part}`,
          expected: version,
        },
      })),
    notices: (month, page) =>
      pageOf(ports.store.list('dueNotices', month, page), noticeCounts, ({ value, version }) => ({
        removal: { kind: 'notice', id: value.id, expected: version },
      })),
    readings: (month, page) =>
      pageOf(ports.store.list('dueReadings', month, page), readingCounts, ({ value, version }) => ({
        removal: {
          kind: 'reading',
          id: `${value.code}/${nameOfParty(value.reader)}`,
          expected: version,
        },
      })),
    identity_numbers: (month, page) =>
      pageOf(ports.store.list('dueIdentities', month, page), identityCounts, (kept) => ({
        change: { kind: 'identity', value: eraseNumbers(kept.value), expected: kept.version },
      })),
    identities: (month, page) =>
      pageOf(ports.store.list('dueIdentities', month, page), identityCounts, (kept) => ({
        removal: {
          kind: 'identity',
          id: identityId(kept.value.code, kept.value.person),
          expected: kept.version,
        },
      })),
    retention_reports: (month, page) =>
      pageOf(ports.store.list('dueReports', month, page), reportCounts, ({ value, version }) => ({
        removal: { kind: 'retentionReport', id: value.day, expected: version },
      })),
    score_counts: (month, page) =>
      pageOf(
        ports.store.list('dueScoreCounts', month, page),
        countCounts,
        ({ value, version }) => ({
          removal: { kind: 'scoreCount', id: value.week, expected: version },
        }),
      ),
  }) satisfies Record<IndexedRuleId, (month: DueMonth, page: Page) => Promise<DuePage>>;

async function pageOf<Value>(
  listed: Promise<{ readonly items: readonly Versioned<Value>[]; readonly next?: string }>,
  countsFrom: (value: Value) => Counted | undefined,
  act: (kept: Versioned<Value>) => Omit<Due, 'from'>,
): Promise<DuePage> {
  const { items, next } = await listed;
  return {
    items: items.flatMap((kept) => {
      const counted = countsFrom(kept.value);
      return counted ? [{ from: counted.from, ...act(kept) }] : [];
    }),
    ...(next !== undefined && { next }),
  };
}

/**
 * Deletes or erases what the retention rules say, MAX_ITEMS at most or until `stopAt`, and keeps the report of the
 * day in the commits that do it: what a run that was cut off has done stands in it, and the next run goes on. A
 * second run the same day finds nothing. Refuses: busy.
 */
export const applyRetention =
  (ports: Ports) =>
  async (
    asker: Principal,
    { stopAt }: { readonly stopAt?: Instant },
  ): Promise<Outcome<RetentionReport>> => {
    let left = MAX_ITEMS;
    for (const rule of appliedRuleIds) {
      const terms: RunTerms = {
        goesOn: () => left > 0 && !isOver(ports, stopAt),
        spend: (count) => {
          left -= count;
        },
      };
      const run = { ports, asker };
      const isDone = isWalked(rule)
        ? await walkRule(run, rule, terms)
        : await applyRule(run, rule, terms);
      if (!isDone) return refuse('busy', { expected: 'the same request a moment later' });
    }
    const isFinished = left > 0 && !isOver(ports, stopAt);
    return endRun(ports, asker, isFinished);
  };

const isOver = ({ now }: Ports, stopAt: Instant | undefined): boolean =>
  stopAt !== undefined && now() >= stopAt;

/** False where its report met somebody else's writing each time. */
async function applyRule(
  run: Run,
  rule: IndexedRuleId,
  { goesOn, spend }: RunTerms,
): Promise<boolean> {
  const { ports } = run;
  const today = ports.today();
  const until = dueUntil(rule, today);
  for (const month of dueMonths(rule, until)) {
    let after: string | undefined;
    do {
      if (!goesOn()) break;
      const page: DuePage = await steps(ports)[rule](month, {
        limit: ITEMS_PER_COMMIT,
        ...(after !== undefined && { after }),
      });
      const due = page.items.filter(({ from }) => from <= until);
      spend(due.length);
      if (due.length > 0) await commitDue(run, { rule }, due);
      after = due.length === page.items.length ? page.next : undefined;
    } while (after !== undefined);
  }
  const nextDue = goesOn() ? await nextDueOf(ports, rule, until, today) : undefined;
  const done = { rule, looked: 0, deleted: 0, erased: 0, ...(nextDue && { nextDue }) };
  return commitDone(run, done);
}

/** The day on which the first item that is not due yet will be. */
async function nextDueOf(
  ports: Ports,
  rule: IndexedRuleId,
  until: BusinessDate,
  today: BusinessDate,
): Promise<BusinessDate | undefined> {
  for (const month of dueMonths(rule, today, until)) {
    const { items } = await steps(ports)[rule](month, { limit: 1 });
    const [first] = items;
    if (first) return dueOn(rule, first.from);
  }
  return undefined;
}
