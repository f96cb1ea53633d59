import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NeedId } from '#domain/ids';
import { yuan } from '#domain/money';
import type { Need, NeedTerms } from '#domain/need/need';
import { needState } from '#domain/need/need-actions';
import { needDiffers } from '#domain/need/need-differs';
import { editionOf, type NeedEdition } from '#domain/need/need-edition';
import { addDays } from '#domain/time';
import { needTerms, TODAY } from '#test/support/builders';
import { restless } from '#test/support/restless';
import { aNeedMarket, OWNER } from '../usecases/a-need-market.ts';

/*
 * A firm posts, edits and withdraws two needs as it likes: several things at once, things sent again and too late,
 * while days pass and one of the needs runs out. After every step: each need is where its table may have brought it,
 * every edition that it has had is kept as it was written, and each change was told once.
 */

const IDS = ['need_long', 'need_short'] as const satisfies NeedId[];
type Id = (typeof IDS)[number];
const LAST = { need_long: addDays(TODAY, 300), need_short: addDays(TODAY, 20) } as const;
const termsOf = (id: Id, variant: number): NeedTerms =>
  needTerms({ id, validTo: LAST[id], principal: yuan(100_000 * (variant + 1)) });

type Act = {
  readonly does: 'submit' | 'edit' | 'editTwice' | 'editLate' | 'withdraw';
  readonly id: Id;
  readonly variant: number;
};
const act: fc.Arbitrary<Act> = fc.record({
  does: fc.constantFrom('submit', 'edit', 'edit', 'editTwice', 'editLate', 'withdraw'),
  id: fc.constantFrom(...IDS),
  variant: fc.nat({ max: 3 }),
});
const script = fc.array(
  fc.record({ acts: fc.array(act, { minLength: 1, maxLength: 5 }), days: fc.nat({ max: 6 }) }),
  { minLength: 4, maxLength: 25 },
);
const pauses = fc.array(fc.nat({ max: 9 }), { minLength: 5, maxLength: 23 });

type Script = readonly { readonly acts: readonly Act[]; readonly days: number }[];

async function livesThrough(steps: Script, waits: readonly number[]) {
  const market = await aNeedMarket((store) => restless(store, waits));
  const { platform, store } = market;
  let today = TODAY;
  const refused = new Set<string>();
  const told = (outcome: { ok: boolean; refusal?: { code: string } }) => {
    if (outcome.refusal) refused.add(outcome.refusal.code);
  };
  const run = async ({ does, id, variant }: Act): Promise<void> => {
    const terms = termsOf(id, variant);
    const seen = (await store.get('need', id))?.version ?? 0;
    const edit = async (version: number) =>
      told(await platform.editNeed(OWNER, { terms, seen: version }));
    if (does === 'submit') return told(await platform.submitNeed(OWNER, terms));
    if (does === 'withdraw') return told(await platform.withdrawNeed(OWNER, id));
    if (does === 'editLate') return edit(seen - 1);
    await Promise.all(Array.from({ length: does === 'editTwice' ? 2 : 1 }, () => edit(seen)));
  };
  const written = new Map<string, NeedEdition>();
  const before = new Map<Id, Need>();
  for (const { acts, days } of steps) {
    await Promise.all(acts.map(run));
    for (const id of IDS) {
      const kept = await store.get('need', id);
      if (!kept) continue;
      const { value: need, version } = kept;
      const { items } = await store.list('editionsOfNeed', id, { limit: 100 });
      const editions = items.map(({ value }) => value);
      expect(items.every((item) => item.version === 1)).toBe(true);
      expect(editions.map(({ edition }) => edition)).toEqual(
        Array.from({ length: need.edition }, (_, index) => index + 1),
      );
      expect(editions.at(-1)).toEqual(editionOf(need));
      for (const edition of editions) {
        const name = `${id}/${edition.edition}`;
        expect(edition).toEqual(written.get(name) ?? edition);
        written.set(name, edition);
      }
      // Two editions that follow one another are never the same terms.
      for (const [index, edition] of editions.entries()) {
        const next = editions[index + 1];
        if (next) expect(needDiffers(edition, next)).toBeDefined();
      }
      const was = before.get(id);
      if (was && needState(was, today) !== 'open')
        expect(need).toEqual({ ...was, status: need.status });
      if (was?.status === 'withdrawn') expect(need).toEqual(was);
      // What somebody wrote without having seen the last edition changes nothing.
      const [only, ...others] = acts;
      if (was && only?.does === 'editLate' && others.length === 0) expect(need).toEqual(was);
      if (was) expect([need.code, need.submittedAt]).toEqual([was.code, was.submittedAt]);
      const withdrawn = need.status === 'withdrawn' ? 1 : 0;
      expect(version).toBe(need.edition + withdrawn);
      const events = store.events.filter((event) => 'need' in event && event.need === id);
      const counted = (type: string) => events.filter((event) => event.type === type).length;
      expect([
        counted('need_submitted'),
        counted('need_edited'),
        counted('need_withdrawn'),
      ]).toEqual([1, need.edition - 1, withdrawn]);
      before.set(id, need);
    }
    today = addDays(today, days);
    market.on(today);
  }
  const known = [
    'need_differs',
    'version_differs',
    'need_not_open',
    'not_found',
    'valid_to_passed',
  ];
  expect([...refused].filter((code) => !known.includes(code))).toEqual([]);
}

test('whatever a firm sends, twice, late or at once, a need has one history', async () => {
  await fc.assert(fc.asyncProperty(script, pauses, livesThrough), { numRuns: 60 });
});
