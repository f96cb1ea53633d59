import { addDays, addMonths, type BusinessDate } from '#domain/time';
import { type Chance, createChance } from './chance.ts';
import type { Firm } from './firm.ts';
import type { Row, Sheet } from './sheet.ts';

type Licence = { readonly name: string; readonly content: string; readonly years: number };

const licences: Readonly<Record<Firm['trade']['risk'], readonly Licence[]>> = {
  works: [
    { name: '排污许可证', content: '准予排放许可范围内的污染物', years: 5 },
    { name: '安全生产许可证', content: '准予从事许可范围内的生产活动', years: 3 },
    { name: '城镇污水排入排水管网许可证', content: '准予向城镇排水设施排放污水', years: 5 },
  ],
  food: [
    { name: '食品经营许可证', content: '热食类食品制售；预包装食品销售', years: 5 },
    { name: '公众聚集场所消防安全检查意见书', content: '准予投入使用、营业', years: 0 },
  ],
  office: [
    { name: '增值电信业务经营许可证', content: '信息服务业务', years: 5 },
    { name: '人力资源服务许可证', content: '职业中介；劳务派遣', years: 3 },
  ],
};

/** Licences per firm that are still on file. */
const MEANS = { works: 0.9, food: 1.3, office: 0.35 } as const;
const LONG_TERM = '2099-12-31';
const STATE = 13;

/** 行政许可 with the field codes of 2019 (domain.md C2); long-term is written 2099-12-31. */
export const licenceSheet = (seed: number, asOf: BusinessDate): Sheet<Firm> => ({
  columns: [
    { header: 'XK_XDR_MC' },
    { header: 'XK_XDR_TYPE' },
    { header: 'XK_XDR_SHXYM', role: 'code' },
    { header: 'XK_FRDB' },
    { header: 'XK_XKWS', role: 'required' },
    { header: 'XK_WSH', role: 'required' },
    { header: 'XK_XKLB' },
    { header: 'XK_XKBH' },
    { header: 'XK_NR' },
    { header: 'XK_JDRQ', role: 'day' },
    { header: 'XK_YXQZ' },
    { header: 'XK_YXQZI' },
    { header: 'XK_XKJG', role: 'required' },
    { header: 'XK_ZT' },
  ],
  rowsOf: (firm) => {
    const chance = createChance(seed, 'licence', firm.index);
    const count = Math.min(3, chance.poisson(MEANS[firm.trade.risk]));
    return Array.from({ length: count }, (_, number) => licenceRow(chance, { firm, asOf, number }));
  },
  amend: (row) => row.with(STATE, '2'),
});

function licenceRow(
  chance: Chance,
  of: { readonly firm: Firm; readonly asOf: BusinessDate; readonly number: number },
): Row {
  const { firm, asOf, number } = of;
  const licence = chance.pick(licences[firm.trade.risk]);
  const days = Math.min(firm.ageMonths * 30, 1500);
  const decidedOn = addDays(asOf, -chance.whole(1, Math.max(2, days)));
  const validTo =
    licence.years === 0 ? LONG_TERM : addDays(addMonths(decidedOn, licence.years * 12), -1);
  const serial = String(firm.index * 10 + number).padStart(6, '0');
  const withdrawn = firm.status === 'revoked' || chance.happens(0.012 * Math.exp(-firm.quality));
  return [
    firm.name,
    firm.form === 'sole_proprietor' ? '个体工商户' : '法人及非法人组织',
    firm.code,
    '*',
    licence.name,
    `苏审批演〔${decidedOn.slice(0, 4)}〕${serial}号`,
    '普通',
    `YS${serial}`,
    licence.content,
    decidedOn,
    decidedOn,
    validTo,
    `${firm.district.zh}行政审批局`,
    withdrawn ? '2' : '1',
  ];
}
