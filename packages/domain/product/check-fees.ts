import type { Refusal } from '../refusal.ts';
import { sortedJson } from '../sorted-json.ts';
import { badText, outside, repeats } from './bounds.ts';
import { feeRateLimits, MAX_FEES, MAX_NAME, principalLimits } from './limits.ts';
import type { Fee } from './product.ts';

/** In order: too many (too_long); of each fee its payee (required, too_long), its rate or amount (out_of_range); repeated. */
export const checkFees = (fees: readonly Fee[]): readonly Refusal[] => [
  ...(fees.length > MAX_FEES
    ? [
        {
          code: 'too_long' as const,
          field: 'fees',
          expected: `at most ${MAX_FEES}`,
          actual: String(fees.length),
        },
      ]
    : []),
  ...fees.flatMap((fee, place) => [
    ...badText(`fees[${place}].payee`, fee.payee, MAX_NAME),
    ...('rate' in fee
      ? outside(`fees[${place}].rate`, fee.rate, feeRateLimits)
      : outside(`fees[${place}].amount`, fee.amount, principalLimits)),
  ]),
  ...repeats('fees', fees.map(sortedJson)),
];
