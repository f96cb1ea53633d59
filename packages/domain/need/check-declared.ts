import { outside } from '../product/bounds.ts';
import type { Refusal } from '../refusal.ts';
import { debtLimits, lenderLimits } from './limits.ts';
import type { Declared } from './need.ts';

const limits = {
  existingLoans: debtLimits,
  existingLenders: lenderLimits,
  collateralValue: debtLimits,
} as const;

/**
 * What a firm says of itself. Refuses, in this order: existingLoans, existingLenders, collateralValue
 * (out_of_range), then, of a first-time borrower (首贷户: none was ever granted), loans or lenders
 * (contradiction).
 */
export const checkDeclared = (declared: Declared): readonly Refusal[] => [
  ...(['existingLoans', 'existingLenders', 'collateralValue'] as const).flatMap((field) => {
    const value = declared[field];
    return value === undefined ? [] : outside(`declared.${field}`, value, limits[field]);
  }),
  ...(declared.firstTimeBorrower === true
    ? (['existingLoans', 'existingLenders'] as const).flatMap((field) =>
        contradicting(field, declared[field]),
      )
    : []),
];

const contradicting = (field: string, value: number | undefined): Refusal[] =>
  value === undefined || value === 0
    ? []
    : [
        {
          code: 'contradiction',
          field: `declared.${field}`,
          expected: '0, as declared.firstTimeBorrower',
          actual: String(value),
        },
      ];
