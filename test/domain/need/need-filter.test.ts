import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen, yuan } from '#domain/money';
import { maskedNeed } from '#domain/need/masked-need';
import type { Need } from '#domain/need/need';
import { isWanted, type NeedFilter } from '#domain/need/need-filter';
import { addDays } from '#domain/time';
import { anyNeed } from '../../support/any-need.ts';
import { aNeed, TODAY } from '../../support/builders.ts';

const million = yuan(1_000_000);

test.each<[Partial<Need>, NeedFilter, boolean]>([
  [{}, {}, true],
  [{}, { open: true }, true],
  [{}, { open: false }, false],
  [{ status: 'withdrawn' }, { open: true }, false],
  [{ status: 'withdrawn' }, { open: false }, true],
  [{ validTo: TODAY }, { open: true }, true],
  [{ validTo: addDays(TODAY, -1) }, { open: true }, false],
  [{ purpose: 'orders' }, { purpose: 'orders' }, true],
  [{ purpose: 'orders' }, { purpose: 'wages' }, false],
  [{ principal: million }, { minPrincipal: million, maxPrincipal: million }, true],
  [{ principal: fen(million - 1) }, { minPrincipal: million }, false],
  [{ principal: fen(million + 1) }, { maxPrincipal: million }, false],
  [{ principal: million }, { open: true, purpose: 'orders', maxPrincipal: million }, false],
])('of a need that is %j a reader who wants %j: %s', (told, filter, expected) => {
  expect(isWanted(aNeed(told), filter, TODAY)).toBe(expected);
});

const anyFilter: fc.Arbitrary<NeedFilter> = fc.record(
  {
    open: fc.boolean(),
    purpose: fc.constantFrom('orders', 'working_capital'),
    minPrincipal: fc.nat({ max: 1_000_000_000 }).map(fen),
    maxPrincipal: fc.nat({ max: 1_000_000_000 }).map(fen),
  },
  { requiredKeys: [] },
);

test('no filter finds out of an anonymous need what is masked', () => {
  fc.assert(
    fc.property(anyNeed, anyFilter, (need, filter) => {
      expect(isWanted(maskedNeed(need), filter, TODAY)).toBe(isWanted(need, filter, TODAY));
    }),
  );
});
