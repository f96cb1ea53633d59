import type { Severity } from '../credit/record.ts';

/**
 * What a fault still weighs by its severity and age. Severities stand to each other as in domain.md D1 (轻微 none
 * to small, 一般 medium, 严重 large); the steps of age follow the publicity periods of C8 (3 months to 3 years):
 * what could have been repaired by then weighs half. Judgement, fitted to nothing.
 */
export type DecayTable = {
  readonly id: string;
  readonly version: number;
  /** In hundredths. */
  readonly severities: Readonly<Record<Severity, number>>;
  /** Percent left below so many months; nothing from the last on. */
  readonly ages: readonly { readonly belowMonths: number; readonly percent: number }[];
  readonly source: string;
};

export const penaltyDecay = {
  id: 'penalties',
  version: 1,
  severities: { none: 0, minor: 100, general: 400, serious: 1_000 },
  ages: [
    { belowMonths: 3, percent: 100 },
    { belowMonths: 12, percent: 75 },
    { belowMonths: 24, percent: 50 },
    { belowMonths: 36, percent: 25 },
  ],
  source: 'domain.md C8, D1 次数×轻重×时间衰减×是否修复',
} as const satisfies DecayTable;

/** Whole hundredths, since every weight is hundreds. */
export const weightOf = (
  table: DecayTable,
  { severity, ageMonths }: { readonly severity: Severity; readonly ageMonths: number },
): number => {
  const percent = table.ages.find(({ belowMonths }) => ageMonths < belowMonths)?.percent ?? 0;
  return Math.round((table.severities[severity] * percent) / 100);
};
