import { describe, expect, test } from 'vitest';
import { citySegments } from '#domain/scoring/segments';
import { readScheme, schemeLimits } from '#platform/schemas/segment-scheme';

const micro = {
  id: 'micro',
  zh: '微型企业',
  en: 'Micro firms',
  card: 'micro',
  anyOf: [{ fact: 'size', is: ['micro'] }],
  source: 'C3',
};
const general = { ...micro, id: 'general', card: 'expert', anyOf: [] };
const of = (...rules: readonly unknown[]) => ({ id: 'city', version: 2, rules });
const told = (json: unknown) => {
  const read = readScheme(json);
  return read.ok ? [] : read.faults.map(({ code, at }) => `${code} ${at}`);
};
const many = (count: number) => Array.from({ length: count }, (_, index) => `fact_${index}`);

test('the city’s own segments come back from JSON as they went', () => {
  expect(readScheme(JSON.parse(JSON.stringify(citySegments)))).toEqual({
    ok: true,
    scheme: citySegments,
  });
});

describe('segment rules out of JSON', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['that are none', 'rules', ['wrong_type ']],
    ['without a rule', of(), ['required rules']],
    ['without a name', { ...of(general), id: undefined }, ['required id']],
    ['with a name that no address takes', { ...of(general), id: '城市' }, ['not_in_list id']],
    ['of version 0', { ...of(general), version: 0 }, ['out_of_range version']],
    ['with a word of its own', { ...of(general), note: '' }, ['unknown_field note']],
    [
      'with more rules than people read',
      of(...Array.from({ length: schemeLimits.rules + 1 }, () => general)),
      ['too_long rules'],
    ],
    ['with a rule that is none', of(micro, 'general'), ['wrong_type rules[1]']],
    [
      'with a word of its own in a rule',
      of({ ...general, weight: 3 }),
      ['unknown_field rules[0].weight'],
    ],
    ['with a rule from nowhere', of({ ...general, source: '' }), ['required rules[0].source']],
    [
      'with a rule that says too much',
      of({ ...general, en: 'x'.repeat(schemeLimits.text + 1) }),
      ['too_long rules[0].en'],
    ],
    [
      'with too many conditions',
      of(
        {
          ...micro,
          anyOf: Array.from({ length: schemeLimits.conditions + 1 }, () => micro.anyOf[0]),
        },
        general,
      ),
      ['too_long rules[0].anyOf'],
    ],
    [
      'with a condition that says nothing',
      of({ ...micro, anyOf: [{}] }, general),
      ['required rules[0].anyOf[0].fact'],
    ],
    [
      'with a fact without values',
      of({ ...micro, anyOf: [{ fact: 'size' }] }, general),
      ['required rules[0].anyOf[0].is'],
    ],
    [
      'with values without a fact',
      of({ ...micro, anyOf: [{ is: ['micro'] }] }, general),
      ['required rules[0].anyOf[0].fact'],
    ],
    [
      'with both forms in one',
      of({ ...micro, anyOf: [{ fact: 'size', is: ['micro'], unknown: ['size'] }] }, general),
      ['unknown_field rules[0].anyOf[0].unknown'],
    ],
    [
      'with a third form',
      of({ ...micro, anyOf: [{ fact: 'size', above: 3 }] }, general),
      ['unknown_field rules[0].anyOf[0].above', 'required rules[0].anyOf[0].is'],
    ],
    [
      'with no value',
      of({ ...micro, anyOf: [{ fact: 'size', is: [] }] }, general),
      ['required rules[0].anyOf[0].is'],
    ],
    [
      'with a value that is none',
      of(micro, { ...micro, id: 'b', anyOf: [{ fact: 'size', is: ['small', null] }] }, general),
      ['wrong_type rules[1].anyOf[0].is[1]'],
    ],
    [
      'with too many unknown facts',
      of({ ...micro, anyOf: [{ unknown: many(schemeLimits.facts + 1) }] }, general),
      ['too_long rules[0].anyOf[0].unknown'],
    ],
    [
      'with faults in what they say',
      of(
        { ...micro, card: 'nowhere' },
        { ...micro, anyOf: [{ fact: 'size', is: ['small', 'tiny'] }] },
      ),
      [
        'card_absent rules[0].card',
        'choice_unknown rules[1].anyOf[0].is[1]',
        'rule_repeated rules[1].id',
        'firms_left_over rules',
      ],
    ],
    ['without a fault', of(micro, general), []],
  ])('%s: told with the place', (_, json, expected) => {
    expect(told(json)).toEqual(expected);
  });
});
