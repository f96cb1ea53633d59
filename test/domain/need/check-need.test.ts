import { expect, test } from 'vitest';
import { fen, yuan } from '#domain/money';
import { checkNeed } from '#domain/need/check-need';
import type { NeedTerms } from '#domain/need/need';
import { basisPoints } from '#domain/rate';
import { addDays, months } from '#domain/time';
import { aNeed, TODAY } from '../../support/builders.ts';

const faults = {
  principal: fen(0),
  term: months(0),
  guarantees: [],
  rateCeiling: basisPoints(3601),
  validTo: addDays(TODAY, -1),
} as const satisfies Partial<NeedTerms>;

/** Each line mends the fault of the line above. */
test.each<[Partial<NeedTerms>, string | undefined]>([
  [faults, 'out_of_range principal'],
  [{ ...faults, principal: fen(1) }, 'out_of_range term'],
  [{ ...faults, principal: fen(1), term: months(1) }, 'required guarantees'],
  [
    { ...faults, principal: fen(1), term: months(1), guarantees: ['pledge'] },
    'out_of_range rateCeiling',
  ],
  [{ validTo: faults.validTo }, 'valid_to_passed validTo'],
  [{ validTo: TODAY }, undefined],
])('%j: %s', (told, expected) => {
  const [refusal] = checkNeed(aNeed(told), TODAY);
  expect(refusal && `${refusal.code} ${refusal.field}`).toBe(expected);
});

test.each<[Partial<NeedTerms>, string]>([
  [{ principal: yuan(1_000_000_000.01) }, 'principal'],
  [{ principal: fen(-1) }, 'principal'],
  [{ term: months(361) }, 'term'],
  [{ rateCeiling: basisPoints(-1) }, 'rateCeiling'],
])('beyond the limits: %j', (told, field) => {
  expect(checkNeed(aNeed(told), TODAY)).toMatchObject([{ code: 'out_of_range', field }]);
});

test('at the limits a need is accepted', () => {
  const greatest = {
    principal: yuan(1_000_000_000),
    term: months(360),
    rateCeiling: basisPoints(3600),
  };
  expect(checkNeed(aNeed(greatest), TODAY)).toEqual([]);
});
