import { addDays, addMonths, type BusinessDate, date } from '#domain/time';
import { createChance } from './chance.ts';
import type { Firm } from './firm.ts';
import type { Row, Sheet } from './sheet.ts';

const YEARS = 3;
/** Young firms without a full year are M (domain.md D1). */
const NEW_FIRM_MONTHS = 12;

/** 纳税信用等级 of the last three years, published each April; A about a fifth, D one in thirty. */
export const taxGradeSheet = (seed: number, asOf: BusinessDate): Sheet<Firm> => ({
  columns: [
    { header: '纳税人识别号', role: 'code' },
    { header: '评价年度', role: 'required' },
    { header: '纳税信用级别', role: 'choice' },
    { header: '公布日期', role: 'day' },
  ],
  rowsOf: (firm) => {
    const chance = createChance(seed, 'tax-grade', firm.index);
    const graded = chance.happens(firm.form === 'company' ? 0.94 : 0.35);
    if (!graded || firm.status !== 'operating') return [];
    return Array.from(
      { length: YEARS },
      (_, ago) => Number(asOf.slice(0, 4)) - YEARS + ago,
    ).flatMap((year): Row[] => {
      const publishedOn = date(`${year + 1}-04-${String(chance.whole(15, 28))}`);
      const noise = chance.normal();
      if (publishedOn > asOf || firm.establishedOn > `${year}-12-01`) return [];
      const young = addMonths(firm.establishedOn, NEW_FIRM_MONTHS) > `${year}-12-31`;
      const grade = gradeOf(0.9 * firm.quality + 0.4 * noise, young);
      return [[firm.code, String(year), `${grade}级`, publishedOn]];
    });
  },
  amend: (row) => row.with(2, row[2] === 'A级' ? 'B级' : row[2] === 'B级' ? 'C级' : 'B级'),
});

const gradeOf = (standing: number, young: boolean): string => {
  if (standing < -1.9) return 'D';
  if (standing < -1.2) return 'C';
  if (young) return 'M';
  return standing > 0.95 ? 'A' : 'B';
};

const MEAN = 0.03;
const AMOUNT = 2;

/** 欠税公告; amounts in 万元, which the batch's mapping says. */
export const taxArrearsSheet = (seed: number, asOf: BusinessDate): Sheet<Firm> => ({
  columns: [
    { header: '纳税人识别号', role: 'code' },
    { header: '欠税税种', role: 'required' },
    { header: '欠税余额', role: 'owed' },
    { header: '公告日期', role: 'day' },
    { header: '清缴日期' },
  ],
  rowsOf: (firm) => {
    const chance = createChance(seed, 'tax-arrears', firm.index);
    if (!chance.happens(Math.min(0.5, MEAN * Math.exp(-0.9 * firm.quality)))) return [];
    const days = Math.min(firm.ageMonths * 30, 700);
    const announcedOn = addDays(asOf, -chance.whole(5, Math.max(6, days)));
    const clearedOn = addDays(announcedOn, chance.whole(20, 200));
    const cleared = chance.happens(0.5 + 0.15 * firm.quality) && clearedOn < asOf;
    return [
      [
        firm.code,
        chance.pick(['增值税', '企业所得税', '城镇土地使用税', '房产税']),
        (firm.sales * chance.logBetween(0.003, 0.04)).toFixed(4),
        announcedOn,
        cleared ? clearedOn : '',
      ],
    ];
  },
  amend: (row) => row.with(AMOUNT, (Number(row[AMOUNT]) / 2).toFixed(4)),
});
