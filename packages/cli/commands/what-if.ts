import { parseRecordId } from '#domain/credit/parse-record-id';
import type { FactDefinition } from '#domain/scoring/fact-definition';
import { type FactValue, factDefinitions, isFactName } from '#domain/scoring/facts';
import type { SupposedChange } from '#domain/scoring/what-if';
import type { WhatIfAnswer, WhatIfSide } from '#platform/platform';
import { alignTable } from '../demo/width.ts';
import { language } from '../language.ts';
import { Misuse } from '../misuse.ts';
import { reasonText } from './reason-text.ts';

/** `tax_grade=A`, `tax_arrears_fen=0`, or the id of a record as if it were repaired. */
export function readSupposed(text: string): SupposedChange {
  const record = parseRecordId(text);
  if (record !== undefined) return { record };
  const [, fact = '', value = ''] = /^([a-z_0-9]+)=(.+)$/.exec(text) ?? [];
  if (!isFactName(fact))
    throw new Misuse(`--what-if is FACT=VALUE or the id of a record, not ${text}`);
  return { fact, value: supposedValue(factDefinitions[fact], value) };
}

const supposedValue = ({ type }: FactDefinition, text: string): FactValue => {
  if (type === 'choice') return text;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return /^-?\d+$/.test(text) ? Number(text) : text;
};

export function renderWhatIf({ before, after }: WhatIfAnswer): string {
  const row = (what: string, of: (side: WhatIfSide) => string | number) => [
    what,
    String(of(before)),
    String(of(after)),
  ];
  const reasons = (side: WhatIfSide) =>
    side.reasons.map(({ code, points }) => `  ${reasonText(code, language())} (−${points})`);
  return [
    ...alignTable([
      ['', 'as it is', 'as it would be'],
      row('points', ({ points }) => points),
      row('grade', ({ grade }) => grade),
      row('segment', ({ segment }) => segment),
      row('products open', ({ products }) => products),
    ]),
    'as it is',
    ...reasons(before),
    'as it would be',
    ...reasons(after),
  ].join('\n');
}
