import fc from 'fast-check';
import type { BankId, NeedId } from '#domain/ids';
import type { EntrantBank, EntrantNeed, Participants } from '#domain/matching-event/participants';
import { fen } from '#domain/money';
import { instant } from '#test/support/builders';

export const needIdAt = (index: number): NeedId => `need_n${index}`;
export const bankIdAt = (index: number): BankId => `bank_b${index}`;

/** Posted a minute after one another. */
export const anEntrant = (
  index: number,
  told: Partial<EntrantNeed> & { readonly wants?: readonly (readonly [number, number])[] } = {},
): EntrantNeed => {
  const { wants = [], ...rest } = told;
  return {
    id: needIdAt(index),
    principal: fen(100),
    submittedAt: instant(`2026-03-02T01:${String(index).padStart(2, '0')}:00.000Z`),
    preferences: wants.map(([bank, points]) => ({
      product: `product_b${bank}`,
      bank: bankIdAt(bank),
      points,
    })),
    ...rest,
  };
};

/** Takes needs by the points told, [need, points]. */
export const aLender = (
  index: number,
  told: Partial<EntrantBank> & { readonly takes?: readonly (readonly [number, number])[] } = {},
): EntrantBank => {
  const { takes = [], ...rest } = told;
  return {
    id: bankIdAt(index),
    quota: 1,
    amount: fen(1_000_000),
    priorities: takes.map(([need, points]) => ({ need: needIdAt(need), points })),
    ...rest,
  };
};

type Size = { readonly needs: number; readonly banks: number };
type Amounts = 'one size' | 'any size' | 'number alone';

/** Few points, so that ties abound; empty lists, banks without room and one-sided lists among them. */
export const anyEvent = (most: Size, amounts: Amounts): fc.Arbitrary<Participants> =>
  fc
    .record({ needs: fc.nat(most.needs), banks: fc.nat(most.banks), event: fc.nat(9) })
    .chain(({ needs, banks, event }) =>
      fc.record({
        event: fc.constant(`event_${event}`),
        needs: fc.tuple(...Array.from({ length: needs }, (_, at) => anyNeed(at, banks, amounts))),
        banks: fc.tuple(...Array.from({ length: banks }, (_, at) => anyBank(at, needs, amounts))),
      }),
    );

const points = fc.option(fc.nat(3), { nil: undefined, freq: 4 });
const listOf = (length: number) =>
  fc
    .array(points, { minLength: length, maxLength: length })
    .map((all) => all.flatMap((one, at) => (one === undefined ? [] : [[at, one] as const])));

const anyNeed = (at: number, banks: number, amounts: Amounts) =>
  fc
    .record({
      wants: listOf(banks),
      principal: amounts === 'one size' ? fc.constant(100) : fc.integer({ min: 1, max: 9 }),
      minute: fc.nat(2),
    })
    .map(({ wants, principal, minute }) =>
      anEntrant(at, {
        wants,
        principal: fen(principal),
        submittedAt: instant(`2026-03-02T01:0${minute}:00.000Z`),
      }),
    );

const anyBank = (at: number, needs: number, amounts: Amounts) =>
  fc
    .record({
      takes: listOf(needs),
      quota: fc.nat(4),
      amount: {
        'one size': fc.nat(399),
        'any size': fc.nat(20),
        'number alone': fc.constant(1000),
      }[amounts],
    })
    .map(({ takes, quota, amount }) => aLender(at, { takes, quota, amount: fen(amount) }));
