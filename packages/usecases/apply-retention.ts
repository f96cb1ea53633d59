import { assert } from '#domain/assert';
import { eraseNumbers } from '#domain/identity/erase-numbers';
import { identityId } from '#domain/identity/identity';
import { nameOfParty, type Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import {
  type Counted,
  identityCounts,
  noticeCounts,
  readingCounts,
  refusalsCount,
  reportCounts,
} from '#domain/retention/counts-from';
import { addDone, type RetentionReport, type RuleReport } from '#domain/retention/report';
import {
  type AppliedRuleId,
  appliedRuleIds,
  dueOn,
  dueUntil,
  RETENTION_VERSION,
} from '#domain/retention/rules';
import type { BusinessDate, Instant } from '#domain/time';
import { announce } from './announce.ts';
import { type DueMonth, dueMonths } from './due-months.ts';
import type { Change, Ports, Removal, Versioned } from './ports.ts';
import { untilCommitted } from './until-committed.ts';

/** Items of one run at most; what is left is left for the next. */
const MAX_ITEMS = 5_000;
/** A commit holds so many, and the report. */
const ITEMS_PER_COMMIT = 50;
/** Somebody else may run at the same moment. */
const MAX_TRIES = 3;

/** One item that a rule counts, and what becomes of it when it is due. */
type Due = {
  readonly from: BusinessDate;
  readonly removal?: Removal;
  readonly change?: Change;
};

type DuePage = { readonly items: readonly Due[]; readonly next?: string };
type Page = { readonly limit: number; readonly after?: string };

/** How each rule finds what it counts from a month on, by day, and what it does. */
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
  }) satisfies Record<AppliedRuleId, (month: DueMonth, page: Page) => Promise<DuePage>>;

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
      const done = await applyRule(
        { ports, asker },
        rule,
        () => left > 0 && !isOver(ports, stopAt),
        (count) => {
          left -= count;
        },
      );
      if (!done.ok) return done;
    }
    const isFinished = left > 0 && !isOver(ports, stopAt);
    return endRun(ports, asker, isFinished);
  };

const isOver = ({ now }: Ports, stopAt: Instant | undefined): boolean =>
  stopAt !== undefined && now() >= stopAt;

/** Whose run it is, and on what. */
type Run = { readonly ports: Ports; readonly asker: Principal };

async function applyRule(
  run: Run,
  rule: AppliedRuleId,
  goesOn: () => boolean,
  spend: (items: number) => void,
): Promise<Outcome<true>> {
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
      if (due.length > 0) await commitDue(run, rule, due);
      after = due.length === page.items.length ? page.next : undefined;
    } while (after !== undefined);
  }
  const nextDue = goesOn() ? await nextDueOf(ports, rule, until, today) : undefined;
  const done = { rule, looked: 0, deleted: 0, erased: 0, ...(nextDue && { nextDue }) };
  return (await commitDone(run, done))
    ? accept(true)
    : refuse('busy', { expected: 'the same request a moment later' });
}

/** The day on which the first item that is not due yet will be. */
async function nextDueOf(
  ports: Ports,
  rule: AppliedRuleId,
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

/**
 * All of them together, or where somebody has changed one at this moment one by one: what has changed is left for
 * the next run, which looks at it again.
 */
async function commitDue(run: Run, rule: AppliedRuleId, due: readonly Due[]): Promise<void> {
  if (await commitDone(run, reportOf(rule, due), due)) return;
  for (const one of due) await commitDone(run, reportOf(rule, [one]), [one]);
}

const reportOf = (rule: AppliedRuleId, due: readonly Due[]): RuleReport => ({
  rule,
  looked: due.length,
  deleted: due.filter(({ removal }) => removal).length,
  erased: due.filter(({ change }) => change).length,
});

/** False where it met somebody else's writing each time. */
async function commitDone(
  { ports, asker }: Run,
  done: RuleReport,
  due: readonly Due[] = [],
): Promise<boolean> {
  for (let tried = 0; tried < MAX_TRIES; tried += 1) {
    const { value, version } = await reportNow(ports);
    const report = addDone({ ...value, finished: false }, done, ports.now());
    const result = await ports.store.commit({
      changes: [
        ...due.flatMap(({ change }) => change ?? []),
        { kind: 'retentionReport', value: report, expected: version },
      ],
      by: asker,
      removals: due.flatMap(({ removal }) => removal ?? []),
      events: [],
    });
    assert(result !== 'too_large', 'a report is a few lines');
    if (result === 'committed') return true;
  }
  return false;
}

async function reportNow(ports: Ports): Promise<Versioned<RetentionReport>> {
  const day = ports.today();
  const kept = await ports.store.get('retentionReport', day);
  const now = ports.now();
  return (
    kept ?? {
      version: 0,
      value: {
        day,
        ruleVersion: RETENTION_VERSION,
        startedAt: now,
        lastAt: now,
        finished: false,
        rules: [],
      },
    }
  );
}

const endRun = (
  ports: Ports,
  asker: Principal,
  finished: boolean,
): Promise<Outcome<RetentionReport>> =>
  untilCommitted<RetentionReport>(async () => {
    const kept = await reportNow(ports);
    const value: RetentionReport = { ...kept.value, finished, lastAt: ports.now() };
    const sum = (of: 'deleted' | 'erased') => value.rules.reduce((all, done) => all + done[of], 0);
    const result = await ports.store.commit({
      changes: [{ kind: 'retentionReport', value, expected: kept.version }],
      events: [
        announce(ports, asker, {
          type: 'retention_applied',
          day: value.day,
          deleted: sum('deleted'),
          erased: sum('erased'),
        }),
      ],
    });
    assert(result !== 'too_large', 'a report is a few lines');
    return result === 'committed' ? accept(value) : result;
  });
