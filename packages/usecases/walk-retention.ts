import type { UnifiedCode } from '#domain/ids';
import { type AppliedRuleId, dueUntil } from '#domain/retention/rules';
import { type BusinessDate, dateOf, endOf } from '#domain/time';
import { eachAtOnce } from './each-at-once.ts';
import { MAX_PAGE, type Ports } from './ports.ts';
import {
  commitDone,
  commitDue,
  type Due,
  type DuePage,
  ITEMS_PER_COMMIT,
  type Run,
  type RunTerms,
} from './retention-run.ts';

/**
 * Rules whose items lie in no index by day, which would double what a scoring of the city writes: all there is, is
 * looked through once a day. A query for each firm is cheaper than a second write of every score.
 */
export type WalkedRuleId = 'past_scores' | 'loan_outcomes';
export type IndexedRuleId = Exclude<AppliedRuleId, WalkedRuleId>;

export const isWalked = (rule: AppliedRuleId): rule is WalkedRuleId =>
  rule === 'past_scores' || rule === 'loan_outcomes';

type Page = { readonly limit: number; readonly after?: string };

const AT_ONCE = 8;

/** What is due until a day among the next firms, or outcomes. */
const walks = ({ store }: Pick<Ports, 'store'>) =>
  ({
    past_scores: async (until, page) => {
      const firms = await store.list('enterprises', 'all', page);
      const due = await eachAtOnce(firms.items, AT_ONCE, ({ value }) =>
        dueScores({ store }, value.code, until),
      );
      return { items: due.flat(), ...(firms.next !== undefined && { next: firms.next }) };
    },
    loan_outcomes: async (until, page) => {
      const { items, next } = await store.list('outcomes', 'all', page);
      return {
        items: items
          .filter(({ value }) => value.reportedOn <= until)
          .map(({ value, version }) => ({
            from: value.reportedOn,
            removal: { kind: 'outcome', id: value.id, expected: version },
          })),
        ...(next !== undefined && { next }),
      };
    },
  }) satisfies Record<WalkedRuleId, (until: BusinessDate, page: Page) => Promise<DuePage>>;

/** At most MAX_PAGE of a firm a day. The last score stays however old it is: it is what the firm is told today. */
async function dueScores(
  { store }: Pick<Ports, 'store'>,
  code: UnifiedCode,
  until: BusinessDate,
): Promise<readonly Due[]> {
  const old = await store.list('pastScoresOf', code, { limit: MAX_PAGE, after: endOf(until) });
  if (old.items.length === 0) return [];
  const [last] = (await store.list('pastScoresOf', code, { limit: 1 })).items;
  return old.items
    .filter(({ value }) => value.scoredAt !== last?.value.scoredAt)
    .map(({ value, version }) => ({
      from: dateOf(value.scoredAt),
      removal: { kind: 'pastScore', id: `${code}/${value.scoredAt}`, expected: version },
    }));
}

/**
 * Goes on from the place that the last run has reached, of today or of a day whose time was too short. False where
 * its report met somebody else's writing each time.
 */
export async function walkRule(
  run: Run,
  rule: WalkedRuleId,
  { goesOn, spend }: RunTerms,
): Promise<boolean> {
  const { ports } = run;
  const until = dueUntil(rule, ports.today());
  let after = await placeOf(ports, rule);
  while (after !== undefined && goesOn()) {
    const page: DuePage = await walks(ports)[rule](until, {
      limit: MAX_PAGE,
      ...(after && { after }),
    });
    for (let at = 0; at < page.items.length && goesOn(); at += ITEMS_PER_COMMIT) {
      const due = page.items.slice(at, at + ITEMS_PER_COMMIT);
      await commitDue(run, { rule, after }, due);
      spend(due.length);
    }
    // What is left of the page is due still when the next run looks at it again.
    if (!goesOn() && page.items.length > 0) break;
    after = page.next;
  }
  const nothing = { rule, looked: 0, deleted: 0, erased: 0 };
  return commitDone(run, { ...nothing, ...(after !== undefined && { after }) });
}

/** Undefined where the walk of today is through. */
async function placeOf(
  { store, today }: Pick<Ports, 'store' | 'today'>,
  rule: WalkedRuleId,
): Promise<string | undefined> {
  const { items } = await store.list('retentionReports', 'all', { limit: 2 });
  for (const { value } of items) {
    const last = value.rules.find((done) => done.rule === rule);
    if (last) return value.day === today() ? last.after : (last.after ?? '');
  }
  return '';
}
