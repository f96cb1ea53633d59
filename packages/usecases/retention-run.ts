import { assert } from '#domain/assert';
import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import { addDone, type RetentionReport, type RuleReport } from '#domain/retention/report';
import { RETENTION_VERSION } from '#domain/retention/rules';
import type { BusinessDate } from '#domain/time';
import { announce } from './announce.ts';
import type { Change, Ports, Removal, Versioned } from './ports.ts';
import { untilCommitted } from './until-committed.ts';

/** One item that a rule counts, and what becomes of it when it is due. */
export type Due = {
  readonly from: BusinessDate;
  readonly removal?: Removal;
  readonly change?: Change;
};
export type DuePage = { readonly items: readonly Due[]; readonly next?: string };

/** Whose run it is, and on what. */
export type Run = { readonly ports: Ports; readonly asker: Principal };
export type RunTerms = {
  /** Whether there is time, and something left of what one run may do. */
  readonly goesOn: () => boolean;
  readonly spend: (items: number) => void;
};

/** A commit holds so many, and the report. */
export const ITEMS_PER_COMMIT = 50;
/** Somebody else may run at the same moment. */
const MAX_TRIES = 3;

/**
 * All of them together, or where somebody has changed one at this moment one by one: what has changed is left for
 * the next run, which looks at it again.
 */
export async function commitDue(
  run: Run,
  of: Pick<RuleReport, 'rule' | 'after'>,
  due: readonly Due[],
): Promise<void> {
  if (await commitDone(run, reportOf(of, due), due)) return;
  for (const one of due) await commitDone(run, reportOf(of, [one]), [one]);
}

const reportOf = (of: Pick<RuleReport, 'rule' | 'after'>, due: readonly Due[]): RuleReport => ({
  ...of,
  looked: due.length,
  deleted: due.filter(({ removal }) => removal).length,
  erased: due.filter(({ change }) => change).length,
});

/** False where it met somebody else's writing each time. */
export async function commitDone(
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

export const endRun = (
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
