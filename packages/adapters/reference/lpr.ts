import { basisPoints, type LprFixing } from '#domain/rate';
import rows from './lpr.json' with { type: 'json' };

/**
 * Loan prime rates by day of publication, in order: 2019-08 to 2025-01 as published, and 2025-05-20
 * (domain.md C11). The months between have no row, so January's rates stand until then. Later fixings are
 * not verified: they must be entered in lpr.json as they are published.
 */
export const lprFixings: readonly LprFixing[] = rows.map(({ publishedOn, oneYear, fiveYears }) => ({
  publishedOn,
  rates: { '1Y': basisPoints(oneYear), '5Y': basisPoints(fiveYears) },
}));
