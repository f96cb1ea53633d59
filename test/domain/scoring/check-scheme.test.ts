import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkScheme } from '#domain/scoring/check-scheme';
import type { FactDefinition } from '#domain/scoring/fact-definition';
import type { FactValue, KnownFacts } from '#domain/scoring/facts';
import { neverChosen } from '#domain/scoring/segment-reach';
import {
  citySegments,
  type SegmentCondition,
  type SegmentRule,
  segmentOf,
} from '#domain/scoring/segments';

const cards = [{ id: 'expert' }, { id: 'micro' }];
const rule = (id: string, anyOf: readonly SegmentCondition[], card = 'expert'): SegmentRule => ({
  id,
  zh: id,
  en: id,
  card,
  anyOf,
  source: 'D1',
});
const faultsOf = (...rules: readonly SegmentRule[]) =>
  checkScheme({ id: 's', version: 1, rules }, cards).map(({ code, at }) => `${code} ${at}`);

const micro = rule('micro', [{ fact: 'size', is: ['micro'] }], 'micro');
const general = rule('general', []);

describe('a scheme', () => {
  test('without a fault has none', () => {
    expect(faultsOf(micro, general)).toEqual([]);
  });

  test.each<[string, readonly SegmentRule[], readonly string[]]>([
    ['no rule for the rest', [micro], ['firms_left_over rules']],
    ['a rule behind the rest', [general, micro], ['rule_after_all rules[1]']],
    [
      'the rest twice',
      [micro, general, rule('more', []), rule('others', [])],
      ['rule_after_all rules[2]', 'rule_after_all rules[3]'],
    ],
    [
      'a card that is not there',
      [rule('micro', micro.anyOf, 'thin'), general],
      ['card_absent rules[0].card'],
    ],
    [
      'one name for two rules',
      [micro, rule('micro', [{ fact: 'size', is: ['small'] }]), general],
      ['rule_repeated rules[1].id'],
    ],
    [
      'a fact that nobody knows',
      [rule('a', [{ fact: 'colour', is: ['red'] }]), general],
      ['fact_unknown rules[0].anyOf[0].fact'],
    ],
    [
      'a fact by a name that every object has',
      [rule('a', [{ fact: 'constructor', is: [true] }]), general],
      ['fact_unknown rules[0].anyOf[0].fact'],
    ],
    [
      'an unknown one that nobody knows',
      [rule('a', [{ unknown: ['size', 'colour'] }]), general],
      ['fact_unknown rules[0].anyOf[0].unknown[1]'],
    ],
    [
      'an unknown one twice',
      [rule('a', [{ unknown: ['size', 'size'] }]), general],
      ['fact_repeated rules[0].anyOf[0].unknown[1]'],
    ],
    [
      'a size that none has',
      [rule('a', [{ fact: 'size', is: ['micro', 'tiny'] }]), general],
      ['choice_unknown rules[0].anyOf[0].is[1]'],
    ],
    [
      'a number for a choice',
      [rule('a', [{ fact: 'size', is: ['micro', 4] }]), general],
      ['value_of_another_type rules[0].anyOf[0].is[1]'],
    ],
    [
      'a text for a truth',
      [rule('a', [{ fact: 'operating', is: ['true'] }]), general],
      ['value_of_another_type rules[0].anyOf[0].is[0]'],
    ],
    [
      'half a headcount',
      [rule('a', [{ fact: 'insured_headcount', is: [1, 1.5] }]), general],
      ['value_of_another_type rules[0].anyOf[0].is[1]'],
    ],
    [
      'a value twice',
      [rule('a', [{ fact: 'insured_headcount', is: [1, 2, 1] }]), general],
      ['value_repeated rules[0].anyOf[0].is[2]'],
    ],
    [
      'the conditions of an earlier rule',
      [micro, rule('b', micro.anyOf), general],
      ['rule_unreachable rules[1]'],
    ],
    [
      'conditions that an earlier rule covers',
      [
        rule('a', [{ fact: 'size', is: ['micro', 'small'] }]),
        rule('b', [{ fact: 'size', is: ['small'] }]),
        general,
      ],
      ['rule_unreachable rules[1]'],
    ],
    [
      'more unknown facts than an earlier rule wants',
      [
        rule('a', [{ unknown: ['size'] }]),
        rule('b', [{ unknown: ['age_months', 'size'] }]),
        general,
      ],
      ['rule_unreachable rules[1]'],
    ],
    [
      'conditions that two earlier rules cover together',
      [
        micro,
        rule('b', [{ fact: 'size', is: ['small'] }]),
        rule('c', [{ fact: 'size', is: ['micro', 'small'] }]),
        general,
      ],
      ['rule_unreachable rules[2]'],
    ],
    [
      'nobody left for the rest',
      [rule('a', [{ unknown: ['operating'] }, { fact: 'operating', is: [true, false] }]), general],
      ['rule_unreachable rules[1]'],
    ],
    [
      'a condition that the one before covers',
      [
        rule('a', [
          { fact: 'size', is: ['micro', 'small'] },
          { fact: 'size', is: ['micro'] },
        ]),
        general,
      ],
      ['condition_unreachable rules[0].anyOf[1]'],
    ],
    [
      'nothing',
      [
        rule('a', [
          { fact: 'size', is: ['micro', 'small'] },
          { fact: 'size', is: ['medium', 'micro'] },
        ]),
        general,
      ],
      [],
    ],
  ])('with %s is told so', (_, rules, expected) => {
    expect(faultsOf(...rules)).toEqual(expected);
  });

  test('that lacks a card of the city is found out', () => {
    expect(checkScheme(citySegments, cards)).toEqual([
      { code: 'card_absent', at: 'rules[0].card' },
    ]);
  });
});

describe('what never chooses', () => {
  /** Few facts with few values, so that all firms that may be are looked at. */
  const definitions = {
    a: { zh: '', en: '', sources: [], type: 'boolean' },
    b: { zh: '', en: '', sources: [], type: 'choice', choices: ['x', 'y', 'z'] },
    n: { zh: '', en: '', sources: [], type: 'integer' },
  } as const satisfies Readonly<Record<string, FactDefinition>>;
  // 99 stands for every number that no rule names.
  const domains = { a: [true, false], b: ['x', 'y', 'z'], n: [1, 2, 99] } as const;

  const firms: readonly KnownFacts[] = [undefined, ...domains.a].flatMap((a) =>
    [undefined, ...domains.b].flatMap((b) =>
      [undefined, ...domains.n].map((n) =>
        Object.fromEntries(
          Object.entries({ a, b, n }).flatMap(
            ([name, value]): [string, { value: FactValue; evidence: [] }][] =>
              value === undefined ? [] : [[name, { value, evidence: [] }]],
          ),
        ),
      ),
    ),
  );

  const someOf = <Value extends FactValue>(values: readonly Value[]) =>
    fc.subarray([...values], { minLength: 1 });
  const condition: fc.Arbitrary<SegmentCondition> = fc.oneof(
    someOf(domains.a).map((is) => ({ fact: 'a', is })),
    someOf(domains.b).map((is) => ({ fact: 'b', is })),
    someOf([1, 2]).map((is) => ({ fact: 'n', is })),
    someOf(['a', 'b', 'n']).map((unknown) => ({ unknown })),
  );
  const rules = fc
    .array(fc.array(condition, { minLength: 1, maxLength: 3 }), { maxLength: 5 })
    .map((all) => [...all, []].map((anyOf, index) => rule(String(index), anyOf)));

  test('is just what no firm comes to', () => {
    fc.assert(
      fc.property(rules, (some) => {
        const scheme = { id: 's', version: 1, rules: some };
        const chosen = new Set(
          firms.map((facts) => segmentOf((fact) => facts[fact]?.value, scheme)?.id),
        );
        const never = neverChosen(some, definitions);
        expect(never.filter((place) => place.condition === undefined).map((at) => at.rule)).toEqual(
          some.flatMap(({ id }, index) => (chosen.has(id) ? [] : [index])),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('of conditions is just what changes nobody’s segment when it is left out', () => {
    fc.assert(
      fc.property(rules, (some) => {
        const idle = neverChosen(some, definitions);
        for (const { rule: at, condition: of } of idle) {
          if (of === undefined) continue;
          const without = some.map((one, index) =>
            index === at ? { ...one, anyOf: one.anyOf.filter((_, place) => place !== of) } : one,
          );
          for (const facts of firms)
            expect(
              segmentOf((fact) => facts[fact]?.value, { id: 's', version: 1, rules: without })?.id,
            ).toBe(
              segmentOf((fact) => facts[fact]?.value, { id: 's', version: 1, rules: some })?.id,
            );
        }
      }),
      { numRuns: 300 },
    );
  });
});
