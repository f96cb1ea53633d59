import type { Mapping } from '#domain/credit/batch';
import { addDays, addMonths, type BusinessDate } from '#domain/time';
import { createChance } from './chance.ts';
import type { Firm } from './firm.ts';
import type { Row, Sheet } from './sheet.ts';

type Honour = {
  readonly title: string;
  readonly level: string;
  readonly authority: string;
  readonly years: number;
  /** Share of fitting firms of average quality that hold it. */
  readonly share: number;
  readonly fits: (firm: Firm) => boolean;
};

const makes = ({ trade, size }: Firm) => /^[CIM]/.test(trade.code) && size !== 'micro';
const grown = ({ size }: Firm) => size === 'medium' || size === 'large';

const titles: Readonly<Record<'industry' | 'credit-office', readonly Honour[]>> = {
  industry: [
    honour(
      '专精特新“小巨人”企业',
      '国家级',
      '工业和信息化部',
      3,
      0.05,
      (it) => makes(it) && grown(it),
    ),
    honour('专精特新中小企业', '省级', '江苏省工业和信息化厅', 3, 0.1, makes),
    honour('创新型中小企业', '省级', '江苏省工业和信息化厅', 3, 0.14, makes),
    honour('市级企业技术中心', '市级', '苏州市工业和信息化局', 3, 0.08, makes),
  ],
  'credit-office': [
    honour('诚信示范企业', '市级', '苏州市信用办', 2, 0.05, ({ size }) => size !== 'micro'),
    honour('守合同重信用企业', '区级', '', 2, 0.06, ({ form }) => form === 'company'),
  ],
};

/** The credit office leaves its own name out; where it is needed the mapping's constant says it. */
export const creditOfficeMapping: Mapping = {
  columns: { 单位代码: 'code', 称号名称: 'title' },
  constants: { authority: '苏州市社会信用体系建设领导小组办公室' },
  ignore: ['序号'],
};

export const industryHonours = (seed: number, asOf: BusinessDate): Sheet<Firm> => ({
  columns: [
    { header: '统一社会信用代码', role: 'code' },
    { header: '荣誉名称', role: 'required' },
    { header: '荣誉级别', role: 'choice' },
    { header: '认定日期', role: 'day' },
    { header: '有效期至' },
    { header: '认定单位' },
  ],
  rowsOf: (firm) => granted(seed, asOf, firm, 'industry'),
});

export const creditOfficeHonours = (seed: number, asOf: BusinessDate): Sheet<Firm> => ({
  columns: [
    { header: '序号' },
    { header: '单位代码', role: 'code' },
    { header: '称号名称', role: 'required' },
    { header: '级别', role: 'choice' },
    { header: '发文日期', role: 'day' },
    { header: '有效期至' },
  ],
  rowsOf: (firm) =>
    granted(seed, asOf, firm, 'credit-office').map((row) => [
      String(firm.index),
      ...row.slice(0, -1),
    ]),
});

function granted(
  seed: number,
  asOf: BusinessDate,
  firm: Firm,
  by: keyof typeof titles,
): readonly Row[] {
  const chance = createChance(seed, 'honour', by, firm.index);
  return titles[by].flatMap((it): Row[] => {
    const wanted = Math.min(0.8, it.share * Math.exp(0.9 * firm.quality));
    const held = chance.happens(wanted);
    const grantedOn = addDays(asOf, -chance.whole(20, 1000));
    if (!held || !it.fits(firm) || firm.shell || firm.establishedOn > addMonths(grantedOn, -12))
      return [];
    const validTo = addMonths(grantedOn, it.years * 12);
    return [[firm.code, it.title, it.level, grantedOn, validTo, it.authority]];
  });
}

function honour(
  title: string,
  level: string,
  authority: string,
  years: number,
  share: number,
  fits: Honour['fits'],
): Honour {
  return { title, level, authority, years, share, fits };
}
