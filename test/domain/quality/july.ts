import type { CatalogueId } from '#domain/credit/catalogue';
import { type SupplierId, supplierId } from '#domain/ids';
import type { Delivered } from './build.ts';

const id = (text: string): SupplierId => {
  const parsed = supplierId(text);
  if (parsed === undefined) throw new Error(`${text} is an id`);
  return parsed;
};
export const URBAN = id('supplier_gusu-urban');
export const MARKET = id('supplier_market');

/** Where the firms of the example are registered; firm D is nobody's. The code of E is doubtful. */
export const homes = { A: '320508', B: '320506', C: '320594', E: '320594' } as const;
type FirmLetter = keyof typeof homes | 'D';

export type JulyRow = Delivered & { readonly line: number; readonly firm: FirmLetter };

/**
 * July 2023 as two departments would list it, and a row of August that does not count.
 *
 * Gusu's text asks for 7 days. Counted by hand, line by line (✓ = in time):
 *
 *    urban   1 ✓ 7 days   2 ✗ 8   3 ✓ 3   4 ✗ 10   5 ✓ 5   6 ✗ no day   7 ✓ 7   8 ✗ 28   9 ✓ 3    5 of 9
 *    market 10 ✓ 7 days  11 ✓ 4  12 ✓ 1  13 ✓ 0   14 ✗ 8  15 ✗ 10      16 ✓ 1                     5 of 7
 *
 * Stored: all but the refused 5 and 6 and the unlinked 9.   urban 6 of 9, market 7 of 7
 * Compliant: all but 5 and 6, and 16 with its warning.      urban 7 of 9, market 6 of 7
 *
 * The firm of line 9 is unknown, so it counts for the department's own district.
 */
export const july: readonly JulyRow[] = [
  row(1, 'A', URBAN, '2023-07-10', '2023-07-03', 'accepted'),
  row(2, 'A', URBAN, '2023-07-10', '2023-07-02', 'accepted'),
  row(3, 'B', URBAN, '2023-07-10', '2023-07-07', 'accepted'),
  row(4, 'C', URBAN, '2023-07-10', '2023-06-30', 'accepted'),
  row(5, 'B', URBAN, '2023-07-10', '2023-07-05', 'refused'),
  row(6, 'A', URBAN, '2023-07-10', undefined, 'refused'),
  row(7, 'A', URBAN, '2023-07-31', '2023-07-24', 'accepted'),
  row(8, 'A', URBAN, '2023-07-31', '2023-07-03', 'duplicate'),
  row(9, 'D', URBAN, '2023-07-31', '2023-07-28', 'unlinked'),
  row(10, 'A', MARKET, '2023-07-18', '2023-07-11', 'accepted'),
  row(11, 'B', MARKET, '2023-07-18', '2023-07-14', 'accepted'),
  row(12, 'B', MARKET, '2023-07-18', '2023-07-17', 'accepted'),
  row(13, 'C', MARKET, '2023-07-18', '2023-07-18', 'accepted'),
  row(14, 'C', MARKET, '2023-07-18', '2023-07-10', 'accepted'),
  row(15, 'C', MARKET, '2023-07-20', '2023-07-10', 'corrected'),
  row(16, 'E', MARKET, '2023-07-20', '2023-07-19', 'warned'),
  row(17, 'A', MARKET, '2023-08-01', '2023-07-25', 'accepted'),
];

function row(
  line: number,
  firm: FirmLetter,
  supplier: SupplierId,
  deliveredOn: string,
  day: string | undefined,
  verdict: Delivered['verdict'],
): JulyRow {
  const catalogue: CatalogueId =
    supplier === URBAN ? 'administrative-penalty' : 'administrative-licence';
  const district = firm === 'D' ? '320508' : homes[firm];
  return { line, firm, supplier, catalogue, deliveredOn, district, verdict, ...(day && { day }) };
}

/** The figures of July by Gusu's text: rows, rates in basis points, targets missed, ranks. */
export const julyBySupplier = [
  {
    supplier: MARKET,
    rank: 1,
    counts: { delivered: 7, accepted: 5, warned: 1, corrected: 1 },
    timely: 5,
    stored: 7,
    compliant: 6,
    rates: { timely: 7143, stored: 10_000, compliant: 8571 },
    missed: [{ figure: 'timely', target: 9500, actual: 7143, gap: 2357 }],
    // Lines 14 and 15.
    weakest: { catalogue: 'administrative-licence', why: 'late_1_7', lost: 2 },
  },
  {
    supplier: URBAN,
    rank: 2,
    counts: { delivered: 9, accepted: 5, duplicate: 1, unlinked: 1, refused: 2 },
    timely: 5,
    stored: 6,
    compliant: 7,
    rates: { timely: 5556, stored: 6667, compliant: 7778 },
    missed: [
      { figure: 'timely', target: 9500, actual: 5556, gap: 3944 },
      { figure: 'stored', target: 10_000, actual: 6667, gap: 3333 },
    ],
    // Lines 2 and 4; 6 has no day, and 8 came three weeks late.
    weakest: { catalogue: 'administrative-penalty', why: 'late_1_7', lost: 2 },
  },
] as const;

/** Lines 3 5 11 12 · 4 13 14 15 16 · 1 2 6 7 8 9 10. */
export const julyByDistrict = [
  { district: '320506', rank: 1, rates: { timely: 10_000, stored: 7500, compliant: 7500 } },
  { district: '320594', rank: 2, rates: { timely: 4000, stored: 10_000, compliant: 8000 } },
  { district: '320508', rank: 3, rates: { timely: 5714, stored: 7143, compliant: 8571 } },
] as const;

export const julyInAll = {
  counts: { delivered: 16 },
  timely: 10,
  stored: 13,
  compliant: 13,
  rates: { timely: 6250, stored: 8125, compliant: 8125 },
} as const;
