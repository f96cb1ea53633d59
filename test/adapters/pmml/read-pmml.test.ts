import { describe, expect, test } from 'vitest';
import { readPmml } from '#adapters/pmml/read-pmml';
import { writePmml } from '#adapters/pmml/write-pmml';
import type { OpenCard } from '#domain/scoring/open-card';
import { pointsOf, type Value } from '#lab/points';
import { principalReasons } from '#lab/principal-reasons';

/** After the example of the standard (dmg.org, PMML 4.4, Scorecard): overlapping ranges, the first true one wins. */
const attribute = (points: string, predicate: string, code = '') =>
  `<Attribute partialScore="${points}"${code && ` reasonCode="${code}"`}>${predicate}</Attribute>`;
const simple = (field: string, operator: string, value?: string) =>
  `<SimplePredicate field="${field}" operator="${operator}"${value === undefined ? '' : ` value="${value}"`}/>`;

const DEPARTMENT = `<Characteristic name="departmentScore" reasonCode="RC1" baselineScore="19">
  ${attribute('-9', simple('department', 'isMissing'))}
  ${attribute('19', simple('department', 'equal', 'marketing'))}
  ${attribute('3', '<SimpleSetPredicate field="department" booleanOperator="isIn"><Array n="2" type="string">engineering "field sales"</Array></SimpleSetPredicate>')}
  ${attribute('0', '<True/>')}
</Characteristic>`;
const AGE = `<Characteristic name="ageScore" reasonCode="RC2" baselineScore="18">
  ${attribute('-1', simple('age', 'isMissing'))}
  ${attribute('-3', simple('age', 'lessOrEqual', '18'))}
  ${attribute('0', `<CompoundPredicate booleanOperator="and">${simple('age', 'greaterThan', '18')}${simple('age', 'lessOrEqual', '29')}</CompoundPredicate>`, 'RC2_1')}
  ${attribute('12', simple('age', 'lessOrEqual', '39'))}
  ${attribute('18', simple('age', 'greaterThan', '39'))}
</Characteristic>`;

const documentOf = (characteristics: string, model = '', extra = '') => `<?xml version="1.0"?>
<PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
<DataDictionary numberOfFields="3">
  <DataField name="department" optype="categorical" dataType="string"/>
  <DataField name="age" optype="continuous" dataType="integer"/>
  <DataField name="risk" optype="continuous" dataType="double"/>
</DataDictionary>
<Scorecard modelName="SampleScorecard" functionName="regression" initialScore="10" useReasonCodes="true" reasonCodeAlgorithm="pointsBelow" baselineMethod="other" ${model}>
  <MiningSchema><MiningField name="department"/><MiningField name="age"/><MiningField name="risk" usageType="target"/></MiningSchema>
  ${extra}<Characteristics>${characteristics}</Characteristics>
</Scorecard></PMML>`;

async function read(text: string): Promise<OpenCard> {
  const answer = await readPmml(text);
  if (!answer.ok) throw new Error(`${answer.place}: ${answer.expected}`);
  return answer.value.card;
}

describe('the example of the standard', () => {
  test.each<[Value, Value, number, readonly string[]]>([
    ['marketing', 40, 47, []],
    ['engineering', 25, 13, ['RC2_1', 'RC1']],
    ['field sales', 18, 10, ['RC2', 'RC1']],
    ['legal', 39, 22, ['RC1', 'RC2']],
    [undefined, undefined, 0, ['RC1', 'RC2']],
    ['marketing', 29.5, 41, ['RC2']],
  ])('%s of %s has %i points, for %j', async (department, age, points, codes) => {
    const card = await read(documentOf(DEPARTMENT + AGE));
    expect(pointsOf(card, { department, age })).toBe(points);
    expect(principalReasons(card, { department, age }).map(({ code }) => code)).toEqual(codes);
  });

  test('goes out and comes back with the same meaning', async () => {
    const card = await read(documentOf(DEPARTMENT + AGE));
    const written = writePmml({ card });
    expect(written.ok && (await read(written.text))).toEqual(card);
  });

  test('counts reasons above the baseline where it says so', async () => {
    const card = await read(documentOf(DEPARTMENT + AGE).replace('pointsBelow', 'pointsAbove'));
    const facts = { department: 'legal', age: 50 };
    expect(principalReasons(card, facts)).toEqual([]);
    const low = await read(
      documentOf(AGE)
        .replace('pointsBelow', 'pointsAbove')
        .replace('baselineScore="18"', 'baselineScore="2"'),
    );
    expect(principalReasons(low, facts)).toMatchObject([{ code: 'RC2', points: 16 }]);
  });

  test('a replacement for missing values counts as the value', async () => {
    const text = documentOf(AGE).replace(
      '<MiningField name="age"/>',
      '<MiningField name="age" missingValueReplacement="45"/>',
    );
    expect(pointsOf(await read(text), {})).toBe(28);
  });
});

test.each([
  ['another model', '<PMML version="4.4"><TreeModel/></PMML>', 'PMML 1', /one Scorecard/],
  ['no PMML', '<html/>', 'html 1', /PMML/],
  ['broken XML', '<PMML><Scorecard>', 'document', /well-formed/],
  ['a DOCTYPE', '<!DOCTYPE x><PMML/>', 'document', /DOCTYPE/],
  [
    'derived fields',
    documentOf(AGE, '', '<LocalTransformations><DerivedField name="x"/></LocalTransformations>'),
    'LocalTransformations 1',
    /derived/,
  ],
  [
    'computed points',
    documentOf(AGE.replace('<Attribute partialScore="18">', '<Attribute><ComplexPartialScore/>')),
    'Characteristic 1 (ageScore)/Attribute 5',
    /computed/,
  ],
  [
    'broken points',
    documentOf(AGE.replace('"12"', '"12.5"')),
    'Attribute 4',
    /whole points, not 12.5/,
  ],
  [
    'two fields',
    documentOf(
      AGE.replace('field="age" operator="isMissing"', 'field="department" operator="isMissing"'),
    ),
    'Characteristic 1 (ageScore)',
    /one field/,
  ],
  [
    'a field of no dictionary',
    documentOf(AGE.replaceAll('field="age"', 'field="years"')),
    'Characteristic 1 (ageScore)',
    /years/,
  ],
  [
    'nothing for a missing value',
    documentOf(AGE.replace(/<Attribute partialScore="-1">.*?<\/Attribute>/, '')),
    'Characteristic 1 (ageScore)',
    /missing value/,
  ],
  [
    'a gap',
    documentOf(AGE.replace(/<Attribute partialScore="18">.*?<\/Attribute>/, '')),
    'Characteristic 1 (ageScore)',
    /attribute for 39/,
  ],
  [
    'no baseline',
    documentOf(AGE.replace(' baselineScore="18"', '')),
    'Scorecard 1',
    /baselineScore for ageScore/,
  ],
  [
    'a surrogate',
    documentOf(AGE.replace('"and"', '"surrogate"')),
    'CompoundPredicate 1',
    /and, or, xor/,
  ],
])('%s is refused with its place', async (_, text, place, expected) => {
  const answer = await readPmml(text);
  expect(answer).toMatchObject({ ok: false });
  expect(answer.ok || answer.place).toContain(place);
  expect(answer.ok || answer.expected).toMatch(expected);
});

const plain: OpenCard = {
  id: 'c',
  version: 1,
  zh: '卡',
  en: 'Card',
  dimensions: [],
  vetoes: [],
  bands: [],
};
const age = {
  id: 'age',
  zh: '',
  en: '',
  fact: 'age',
  bins: [{ points: 1 }],
  missing: 0,
  reason: 'r',
  reasonZh: '',
  reasonEn: '',
};
const cardOf = (...indicators: OpenCard['dimensions'][number]['indicators']): OpenCard => ({
  ...plain,
  dimensions: [{ id: 'd', zh: '', en: '', indicators }],
});

test.each([
  [
    'a veto',
    {
      ...plain,
      vetoes: [{ code: 'v', zh: '', en: '', fact: 'is_dishonest_debtor', is: true, cap: 0 }],
    },
    'card c',
  ],
  [
    'a fact that is both',
    cardOf(age, { ...age, id: 'word', bins: [{ is: ['a'], points: 1 }] }),
    'indicator word',
  ],
  ['mixed bins', cardOf({ ...age, bins: [{ is: ['a', true], points: 1 }] }), 'indicator age'],
  ['points without end', cardOf({ ...age, missing: Number.POSITIVE_INFINITY }), 'indicator age'],
  ['a character that XML has not', cardOf({ ...age, reason: 'a\u0001' }), 'a\\u0001'],
])('%s does not go out', (_, card, place) => {
  const answer = writePmml({ card: card as OpenCard });
  expect(answer).toMatchObject({ ok: false, code: 'pmml_not_representable' });
  expect(answer.ok || answer.place).toContain(place);
});
