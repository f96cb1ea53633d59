import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editedNeed } from '#domain/need/decide-edit';
import { MAX_EDITIONS } from '#domain/need/limits';
import type { Need, NeedTerms } from '#domain/need/need';
import { needDiffers } from '#domain/need/need-differs';
import { editionOf } from '#domain/need/need-edition';
import { addDays } from '#domain/time';
import { anyNeed } from '../../support/any-need.ts';
import { aNeed, instant, NOW, needTerms, TODAY, unifiedCode } from '../../support/builders.ts';

const LATER = instant('2026-03-02T09:00:00.000Z');
const edited = (told: Partial<Need>, terms: Partial<NeedTerms>, seen = 3) =>
  editedNeed({ value: aNeed(told), version: 3 }, needTerms(terms), {
    seen,
    now: LATER,
    today: TODAY,
  });
const said = (...args: Parameters<typeof edited>) => {
  const outcome = edited(...args);
  return outcome.ok ? outcome.value.edition : outcome.refusal.code;
};

const over = { validTo: addDays(TODAY, -1) };
const spent = { edition: MAX_EDITIONS };
const other = unifiedCode('91110000600037341L');

/** Each line mends the fault of the line above. */
test.each<[Partial<Need>, Partial<NeedTerms>, number, string | number]>([
  [{ ...over, ...spent }, { code: other }, 2, 'need_differs'],
  [{ ...over, ...spent }, {}, 2, 'need_not_open'],
  [spent, {}, 2, 'version_differs'],
  [spent, {}, 3, 'need_editions_spent'],
  [{ edition: MAX_EDITIONS - 1 }, {}, 3, MAX_EDITIONS],
  [{ status: 'withdrawn' }, {}, 3, 'need_not_open'],
])('a need that is %j edited to %j as seen at %s: %s', (told, terms, seen, expected) => {
  expect(said(told, terms, seen)).toBe(expected);
});

test('an edit takes the new terms whole, and nothing that only the old ones said', () => {
  fc.assert(
    fc.property(anyNeed, anyNeed, (before, after) => {
      const terms = editionOf(after);
      const outcome = editedNeed({ value: before, version: 1 }, terms, {
        seen: 1,
        now: LATER,
        today: TODAY,
      });
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      const { value } = outcome;
      expect(needDiffers(value, terms)).toBeUndefined();
      expect(value).toMatchObject({
        edition: 2,
        status: 'open',
        submittedAt: NOW,
        editedAt: LATER,
      });
      expect(editionOf(value)).toMatchObject({ edition: 2, writtenAt: LATER });
      expect(Object.keys(editionOf(value)).toSorted()).toEqual(Object.keys(terms).toSorted());
    }),
  );
});
