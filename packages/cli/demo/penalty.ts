import { addDays, addMonths, type BusinessDate } from '#domain/time';
import { type Chance, createChance } from './chance.ts';
import type { Firm } from './firm.ts';

export type Office = 'market-regulation' | 'environment' | 'emergency';
type Category = 'warning' | 'fine' | 'confiscation' | 'suspension' | 'revocation';

export type Penalty = {
  readonly firm: Firm;
  readonly office: Office;
  readonly authority: string;
  readonly number: string;
  readonly category: Category;
  readonly violation: string;
  readonly facts: string;
  readonly basis: string;
  /** 万元; 0 = none. */
  readonly fine: number;
  readonly confiscated: number;
  readonly decidedOn: BusinessDate;
  readonly displayUntil: BusinessDate;
};

const violations: Readonly<Record<Office, readonly (readonly [string, string, string])[]>> = {
  'market-regulation': [
    ['发布虚假广告', '在其网页发布与实际不符的商品宣传', '《中华人民共和国广告法》'],
    ['销售不合格产品', '抽检发现所售一批商品不符合标准', '《中华人民共和国产品质量法》'],
    ['未按规定明码标价', '经营场所部分商品未标明价格', '《中华人民共和国价格法》'],
    ['使用未经检验的特种设备', '一台叉车逾期未检验仍在使用', '《中华人民共和国特种设备安全法》'],
  ],
  environment: [
    ['超标排放水污染物', '总排口水样化学需氧量超过排放标准', '《中华人民共和国水污染防治法》'],
    ['未正常运行污染防治设施', '检查时废气处理设施未开启', '《中华人民共和国大气污染防治法》'],
    [
      '危险废物贮存不规范',
      '危险废物贮存场所未设置识别标志',
      '《中华人民共和国固体废物污染环境防治法》',
    ],
  ],
  emergency: [
    ['未按规定开展安全生产教育培训', '两名新进员工未经培训上岗', '《中华人民共和国安全生产法》'],
    ['未按规定设置安全警示标志', '有限空间作业场所未设置警示标志', '《中华人民共和国安全生产法》'],
    ['未建立事故隐患排查治理制度', '检查时未能提供隐患排查记录', '《中华人民共和国安全生产法》'],
  ],
};

const offices: Readonly<Record<Office, { readonly zh: string; readonly short: string }>> = {
  'market-regulation': { zh: '市场监督管理局', short: '市监' },
  environment: { zh: '生态环境局', short: '环' },
  emergency: { zh: '应急管理局', short: '应急' },
};

type Watch = { readonly office: Office; readonly weight: number };

const whoWatches: Readonly<Record<Firm['trade']['risk'], readonly Watch[]>> = {
  works: [
    { office: 'market-regulation', weight: 30 },
    { office: 'environment', weight: 34 },
    { office: 'emergency', weight: 36 },
  ],
  food: [
    { office: 'market-regulation', weight: 86 },
    { office: 'emergency', weight: 14 },
  ],
  office: [
    { office: 'market-regulation', weight: 78 },
    { office: 'emergency', weight: 22 },
  ],
};

const BY_SIZE = { micro: 0.6, small: 1, medium: 1.7, large: 2.6 } as const;
const YEARS = 4;
/** Penalties that an average small firm meets in four years. */
const MEAN = 0.23;

/** Worse firms are punished more often and harder. Numbers carry 演, so that none is a real decision's. */
export function penaltiesOf(seed: number, asOf: BusinessDate, firm: Firm): readonly Penalty[] {
  const chance = createChance(seed, 'penalty', firm.index);
  const mean = MEAN * BY_SIZE[firm.size] * Math.exp(-0.9 * firm.quality);
  return Array.from({ length: Math.min(6, chance.poisson(mean)) }, (_, number) =>
    penalty(chance, { firm, asOf, number }),
  );
}

function penalty(
  chance: Chance,
  of: { readonly firm: Firm; readonly asOf: BusinessDate; readonly number: number },
): Penalty {
  const { firm, asOf, number } = of;
  const { office } = chance.weighted(whoWatches[firm.trade.risk]);
  const [violation, facts, basis] = chance.pick(violations[office]);
  const days = Math.min(firm.ageMonths * 30, YEARS * 365);
  const decidedOn = addDays(asOf, -chance.whole(3, Math.max(4, days)));
  const category = categoryOf(chance.unit() - 0.07 * firm.quality);
  const serial = String(firm.index * 10 + number).padStart(6, '0');
  return {
    firm,
    office,
    authority: `${firm.district.zh}${offices[office].zh}`,
    number: `苏${offices[office].short}罚演〔${decidedOn.slice(0, 4)}〕${serial}号`,
    category,
    violation,
    facts,
    basis,
    fine: fineOf(chance, category),
    confiscated: category === 'confiscation' ? rounded(chance.logBetween(0.1, 6)) : 0,
    decidedOn,
    displayUntil: addMonths(decidedOn, displayMonths(category, decidedOn)),
  };
}

const categoryOf = (gravity: number): Category => {
  if (gravity < 0.22) return 'warning';
  if (gravity < 0.82) return 'fine';
  if (gravity < 0.94) return 'confiscation';
  return gravity < 1.06 ? 'suspension' : 'revocation';
};

const fineOf = (chance: Chance, category: Category): number => {
  if (category === 'warning' || category === 'revocation') return 0;
  return rounded(
    category === 'suspension' ? chance.logBetween(5, 130) : chance.logBetween(0.1, 18),
  );
};

/** 万元 with the hundred yuan that decisions are written to. */
const rounded = (amount: number): number => Math.round(amount * 100) / 100;

/** Longest display under the rules of the day (domain.md C8). */
const displayMonths = (category: Category, on: BusinessDate): number => {
  const serious = category === 'suspension' || category === 'revocation';
  if (on < '2026-04-01') return serious ? 36 : category === 'warning' ? 3 : 24;
  return serious ? 36 : category === 'warning' ? 3 : 12;
};
