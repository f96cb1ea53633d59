import type { Mapping } from '#domain/credit/batch';
import { addMonths, type BusinessDate, monthOf } from '#domain/time';
import { createChance } from './chance.ts';
import type { Firm } from './firm.ts';
import type { Sheet } from './sheet.ts';

const MONTHS = 15;
const HEADS = 2;

/** Their system's own column names and code table: read by mapping. The package number says nothing. */
export const insuranceMapping: Mapping = {
  columns: { dwxydm: 'code', fkssq: 'month', cbrs: 'headcount', dzbz: 'paid' },
  values: { paid: { '10': 'yes', '20': 'no' } },
  ignore: ['bwh'],
};

/** 社会保险缴费 of the last full months; better firms miss none and grow. */
export const insuranceSheet = (seed: number, asOf: BusinessDate): Sheet<Firm> => ({
  columns: [
    { header: 'dwxydm', role: 'code' },
    { header: 'fkssq', role: 'day' },
    { header: 'cbrs', role: 'required' },
    { header: 'dzbz' },
    { header: 'bwh' },
  ],
  rowsOf: (firm) => {
    if (!firm.insured) return [];
    const chance = createChance(seed, 'insurance', firm.index);
    const covered = firm.heads * chance.between(0.75, 1);
    const growth = 0.1 * firm.quality + 0.06 * chance.normal();
    const arrears = Math.min(0.4, 0.02 * Math.exp(-1.2 * firm.quality));
    const months = Math.min(MONTHS, firm.ageMonths - 1);
    return Array.from({ length: Math.max(0, months) }, (_, place) => {
      const ago = months - place;
      const heads = Math.max(1, Math.round(covered * (1 + growth) ** (-ago / 12)));
      const month = monthOf(addMonths(asOf, -ago));
      const paid = chance.happens(arrears) ? '20' : '10';
      return [firm.code, month, String(heads), paid, `B${month.replace('-', '')}`];
    });
  },
  amend: (row) => row.with(HEADS, String(Number(row[HEADS]) + 1)),
});
