import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verdictOf } from '#domain/matching/judge-criterion';
import { judgeProduct } from '#domain/matching/judge-product';
import { type Change, leverOf, type NearestChange } from '#domain/matching/nearest/change';
import { effortOf } from '#domain/matching/nearest/effort';
import { factMends } from '#domain/matching/nearest/fact-mends';
import { leavesOf } from '#domain/matching/nearest/leaves';
import { nearestChange } from '#domain/matching/nearest/nearest-change';
import { questionAfter } from '#domain/matching/nearest/question-after';
import { termMends } from '#domain/matching/nearest/term-mends';
import { fen } from '#domain/money';
import type { Criterion } from '#domain/product/criterion';
import type { Product } from '#domain/product/product';
import { addMonths, months } from '#domain/time';
import { anyMendable, anyProductCase, type ProductCase } from '#test/support/any-product-case';
import { TODAY } from '#test/support/builders';

const reverseAll = (criterion: Criterion): Criterion => {
  if ('fact' in criterion)
    return 'in' in criterion && criterion.in
      ? { ...criterion, in: criterion.in.toReversed() }
      : criterion;
  if ('not' in criterion) return { not: reverseAll(criterion.not) };
  return 'all' in criterion
    ? { all: criterion.all.map(reverseAll).toReversed() }
    : { any: criterion.any.map(reverseAll).toReversed() };
};

/** Every change that could be made, each lever's together. */
function everyChange({ product, ...situation }: ProductCase): readonly (readonly Change[])[] {
  const facts = factMends({ product, situation });
  const asked = [...new Set(leavesOf(product).map(({ fact }) => fact))];
  const hidden = asked.flatMap((fact) => facts.of(fact, situation.question));
  const shown = questionAfter(
    situation,
    hidden.filter(({ kind }) => kind === 'disclose'),
  );
  const all = [
    ...hidden,
    ...asked.flatMap((fact) => facts.of(fact, shown)),
    ...Object.values(termMends(product, situation, facts)).flatMap(({ mends }) => [
      ...mends(situation.question),
      ...mends(shown),
    ]),
  ];
  const distinct = [...new Map(all.map((change) => [JSON.stringify(change), change])).values()];
  return [...Map.groupBy(distinct, leverOf).values()];
}

/** The least effort of all sets that make the product fit, by trying every one. */
function byTrying({ product, ...situation }: ProductCase, levers: readonly (readonly Change[])[]) {
  let least = Infinity;
  const price = (changes: readonly Change[]) =>
    changes.reduce((sum, change) => sum + effortOf(change, situation.question.need), 0);
  const go = (place: number, made: readonly Change[]): void => {
    const lever = levers[place];
    if (!lever) {
      const { verdict } = judgeProduct(product, questionAfter(situation, made));
      if (verdict === 'yes') least = Math.min(least, price(made));
      return;
    }
    for (const change of [undefined, ...lever]) go(place + 1, change ? [...made, change] : made);
  };
  go(0, []);
  return least;
}

const subsets = (changes: readonly Change[]): readonly (readonly Change[])[] =>
  changes.reduce<readonly (readonly Change[])[]>(
    (all, change) => [...all, ...all.map((some) => [...some, change])],
    [[]],
  );

const MAX_TRIES = 4_000;

test('nothing cheaper is enough, and where nothing is offered nothing is enough, by trying all', () => {
  const seen = { change: 0, none: 0, fits: 0 };
  fc.assert(
    fc.property(anyMendable, (given) => {
      const levers = everyChange(given);
      fc.pre(levers.reduce((all, lever) => all * (lever.length + 1), 1) <= MAX_TRIES);
      const found = nearestChange(given);
      seen[found.outcome] += 1;
      expect(found).not.toHaveProperty('notExhaustive');
      const least = byTrying(given, levers);
      expect(
        found.outcome === 'change' ? found.effort : found.outcome === 'fits' ? 0 : Infinity,
      ).toBe(least);
    }),
    { numRuns: 300 },
  );
  expect(Math.min(seen.change, seen.none)).toBeGreaterThan(20);
});

const made = (answer: NearestChange) => (answer.outcome === 'change' ? answer.changes : []);

test('what is offered makes the product fit, and no part of it does', () => {
  fc.assert(
    fc.property(anyProductCase, (given) => {
      const { product, ...situation } = given;
      const changes = made(nearestChange(given));
      fc.pre(changes.length > 0);
      for (const some of subsets(changes)) {
        const { verdict } = judgeProduct(product, questionAfter(situation, some));
        expect(verdict === 'yes').toBe(some.length === changes.length);
      }
    }),
    { numRuns: 500 },
  );
});

test('nothing is offered where the product fits already, and only there is nothing amiss', () => {
  fc.assert(
    fc.property(anyProductCase, (given) => {
      const { verdict } = judgeProduct(given.product, given.question);
      const answer = nearestChange(given);
      expect(answer.outcome === 'fits').toBe(verdict === 'yes');
      if (answer.outcome === 'change') expect(answer.changes.length).toBeGreaterThan(0);
      if (answer.outcome === 'none') expect(answer.inTheWay.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test('the order of criteria, their parts, guarantees, purposes and repayments changes nothing', () => {
  fc.assert(
    fc.property(anyProductCase, (given) => {
      const { product, question } = given;
      const turned: Product = {
        ...product,
        eligibility: product.eligibility.map(reverseAll).toReversed(),
        guarantees: product.guarantees.toReversed(),
        purposes: product.purposes.toReversed(),
        repayments: product.repayments.toReversed(),
      };
      const need = { ...question.need, guarantees: question.need.guarantees.toReversed() };
      const plain = (answer: NearestChange) =>
        answer.outcome === 'change'
          ? made(answer).map((change) =>
              change.kind === 'provide' ? { kind: change.kind, fact: change.fact } : change,
            )
          : answer.outcome;
      expect(
        plain(nearestChange({ ...given, product: turned, question: { ...question, need } })),
      ).toEqual(plain(nearestChange(given)));
    }),
    { numRuns: 500 },
  );
});

test('no amount, term or wait between those looked at would be less effort', () => {
  const anyOther = fc.record({
    principal: fc.integer({ min: 1, max: 1_200 }),
    wait: fc.integer({ min: 1, max: 36 }),
  });
  fc.assert(
    fc.property(anyMendable, anyOther, (given, other) => {
      const { product, ...situation } = given;
      const changes = made(nearestChange(given));
      fc.pre(changes.length > 0);
      const instead = changes.map((change): Change => {
        if (change.kind === 'principal') return { ...change, to: fen(other.principal) };
        return change.kind === 'wait'
          ? { ...change, months: months(other.wait), until: addMonths(TODAY, other.wait) }
          : change;
      });
      const price = (all: readonly Change[]) =>
        all.reduce((sum, change) => sum + effortOf(change, situation.question.need), 0);
      if (judgeProduct(product, questionAfter(situation, instead)).verdict === 'yes')
        expect(price(instead)).toBeGreaterThanOrEqual(price(changes));
    }),
    { numRuns: 500 },
  );
});

test('whatever a fact turns out to be, as long as it meets what was said, the product fits', () => {
  let several = 0;
  fc.assert(
    fc.property(anyProductCase, fc.nat(), (given, chance) => {
      const { product, ...situation } = given;
      const changes = made(nearestChange(given));
      fc.pre(changes.some(({ kind }) => kind === 'provide'));
      const { ways } = factMends({ product, situation });
      const turnedOut = changes.map((change): Change => {
        if (change.kind !== 'provide') return change;
        const agreeing = ways(change.fact).filter(({ value }) =>
          change.meets.every(
            (asked) =>
              verdictOf(asked, { facts: { [change.fact]: value }, withheld: [] }) === 'yes',
          ),
        );
        if (agreeing.length > 1) several += 1;
        return agreeing[chance % agreeing.length] ?? change;
      });
      expect(judgeProduct(product, questionAfter(situation, turnedOut)).verdict).toBe('yes');
    }),
    { numRuns: 300 },
  );
  expect(several).toBeGreaterThan(0);
});
