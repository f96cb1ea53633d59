import { addDays, type BusinessDate } from '#domain/time';
import { type Chance, createChance } from './chance.ts';
import type { Firm } from './firm.ts';
import type { Sheet } from './sheet.ts';

type Debt = {
  readonly number: string;
  readonly court: string;
  readonly filedOn: BusinessDate;
  /** Yuan. */
  readonly amount: number;
  readonly closedOn?: BusinessDate;
  /** Listed as 失信被执行人; about 1.5 % of firms are. */
  readonly listedOn?: BusinessDate;
  readonly removedOn?: BusinessDate;
};

const MEAN = 0.065;
const YEARS = 4;

/** Judgment debts come with bad management; of those left open, three in ten end on the list. */
function debtsOf(seed: number, asOf: BusinessDate, firm: Firm): readonly Debt[] {
  const chance = createChance(seed, 'court', firm.index);
  const mean = MEAN * Math.exp(-0.9 * firm.quality) * (firm.shell ? 0.5 : 1);
  const days = Math.min(firm.ageMonths * 30, YEARS * 365);
  return Array.from({ length: Math.min(5, chance.poisson(mean)) }, (_, number) => {
    const filedOn = addDays(asOf, -chance.whole(10, Math.max(11, days)));
    const ceiling = Math.max(4, firm.sales * 0.2);
    return {
      number: `（${filedOn.slice(0, 4)}）苏演执${String(firm.index * 10 + number).padStart(6, '0')}号`,
      court: `${firm.district.zh}人民法院`,
      filedOn,
      amount: Math.round(chance.logBetween(2, ceiling) * 10_000),
      ...fateOf(chance, asOf, filedOn, firm.quality),
    };
  });
}

function fateOf(chance: Chance, asOf: BusinessDate, filedOn: BusinessDate, quality: number) {
  const after = (low: number, high: number) => {
    const day = addDays(filedOn, chance.whole(low, high));
    return day < asOf ? day : undefined;
  };
  const closedOn = chance.happens(0.55 + 0.1 * quality) ? after(30, 400) : undefined;
  const listed = chance.happens(closedOn ? 0.08 : 0.28);
  const listedOn = listed ? after(40, 150) : undefined;
  const removed = closedOn !== undefined && listedOn !== undefined && closedOn >= listedOn;
  return {
    ...(closedOn && { closedOn }),
    ...(listedOn && { listedOn }),
    ...(removed && { removedOn: closedOn }),
  };
}

const AMOUNT = 4;

export const judgmentSheet = (seed: number, asOf: BusinessDate): Sheet<Firm> => ({
  columns: [
    { header: '统一社会信用代码', role: 'code' },
    { header: '案号', role: 'required' },
    { header: '执行法院', role: 'required' },
    { header: '立案时间', role: 'day' },
    { header: '执行标的（元）', role: 'owed' },
    { header: '结案时间' },
  ],
  rowsOf: (firm) =>
    debtsOf(seed, asOf, firm).map((debt) => [
      firm.code,
      debt.number,
      debt.court,
      debt.filedOn,
      debt.amount.toFixed(2),
      debt.closedOn ?? '',
    ]),
  amend: (row) => row.with(AMOUNT, (Number(row[AMOUNT]) * 0.6).toFixed(2)),
});

export const dishonestSheet = (seed: number, asOf: BusinessDate): Sheet<Firm> => ({
  columns: [
    { header: '失信被执行人统一社会信用代码', role: 'code' },
    { header: '案号', role: 'required' },
    { header: '执行法院', role: 'required' },
    { header: '发布时间', role: 'day' },
    { header: '失信行为具体情形' },
    { header: '移出日期' },
  ],
  rowsOf: (firm) =>
    debtsOf(seed, asOf, firm).flatMap((debt) =>
      debt.listedOn
        ? [
            [
              firm.code,
              debt.number,
              debt.court,
              debt.listedOn,
              '有履行能力而拒不履行生效法律文书确定义务',
              debt.removedOn ?? '',
            ],
          ]
        : [],
    ),
});
