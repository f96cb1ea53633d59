import { expertCard } from './expert-card.ts';
import type { FactValue } from './facts.ts';
import { microCard } from './micro-card.ts';
import type { Scorecard } from './scorecard.ts';
import { thinCard } from './thin-card.ts';

/** `is`: a known fact is one of these · `unknown`: none of these facts is known. */
export type SegmentCondition =
  | { readonly fact: string; readonly is: readonly FactValue[] }
  | { readonly unknown: readonly string[] };

/** Which card scores which firm. A rule holds where any of its conditions does; none = always. */
export type SegmentRule = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly card: string;
  readonly anyOf: readonly SegmentCondition[];
  readonly source: string;
};

/** The first rule that holds chooses; the last one always does. */
export type SegmentScheme = {
  readonly id: string;
  readonly version: number;
  readonly rules: readonly SegmentRule[];
};

export const citySegments = {
  id: 'city',
  version: 1,
  rules: [
    {
      id: 'thin_file',
      zh: '薄档案企业',
      en: 'Firms with thin files',
      card: 'thin',
      anyOf: [
        {
          unknown: [
            'tax_grade',
            'tax_arrears_fen',
            'insured_headcount',
            'penalty_weight',
            'judgment_debts_open',
          ],
        },
      ],
      source: 'D1: coverage; nothing is known but invoices and the register',
    },
    {
      id: 'micro',
      zh: '微型企业及个体工商户',
      en: 'Micro firms and sole proprietors',
      card: 'micro',
      anyOf: [
        { fact: 'size', is: ['micro'] },
        { fact: 'legal_form', is: ['sole_proprietor'] },
      ],
      source: 'C3 企业划型; D1: ranking by segment',
    },
    {
      id: 'general',
      zh: '一般企业',
      en: 'All other firms',
      card: 'expert',
      anyOf: [],
      source: 'D1',
    },
  ],
} as const satisfies SegmentScheme;

/** The city's own cards, by id. */
export const cityCards: readonly Scorecard[] = [expertCard, microCard, thinCard];

/** What a fact says of a firm; undefined where it is not known. */
export type Told = (fact: string) => FactValue | undefined;

/** The segment that a firm belongs to; undefined where a scheme has no rule that holds (`check-scheme.ts`). */
export const segmentOf = (
  told: Told,
  scheme: SegmentScheme = citySegments,
): SegmentRule | undefined =>
  scheme.rules.find(
    ({ anyOf }) => anyOf.length === 0 || anyOf.some((condition) => holds(condition, told)),
  );

function holds(condition: SegmentCondition, told: Told): boolean {
  if ('unknown' in condition) return condition.unknown.every((name) => told(name) === undefined);
  const value = told(condition.fact);
  return value !== undefined && condition.is.includes(value);
}
