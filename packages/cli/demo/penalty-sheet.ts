import type { BusinessDate } from '#domain/time';
import type { Firm } from './firm.ts';
import { type Office, type Penalty, penaltiesOf } from './penalty.ts';
import type { Sheet } from './sheet.ts';

type Source = { readonly seed: number; readonly asOf: BusinessDate; readonly office: Office };

const categories = {
  warning: '警告',
  fine: '罚款',
  confiscation: '罚款;没收违法所得、没收非法财物',
  suspension: '罚款;责令停产停业',
  revocation: '暂扣或者吊销许可证、暂扣或者吊销执照',
} as const satisfies Record<Penalty['category'], string>;

const ofOffice = ({ seed, asOf, office }: Source, firm: Firm) =>
  penaltiesOf(seed, asOf, firm).filter((penalty) => penalty.office === office);

const contentOf = ({ category, fine, confiscated }: Penalty): string => {
  if (category === 'warning') return '警告，责令改正';
  if (category === 'revocation') return '吊销许可证件';
  const taken = confiscated > 0 ? `；没收违法所得人民币${confiscated}万元` : '';
  return `罚款人民币${fine}万元${taken}${category === 'suspension' ? '；责令停产停业整顿' : ''}`;
};

const money = (amount: number): string => (amount > 0 ? amount.toFixed(4) : '');
const FINE = 8;
const CATEGORY_2016 = 3;

/** 行政处罚 with the field codes of 2019, fines in 万元 (domain.md C2). */
export const penaltySheet2019 = (source: Source): Sheet<Firm> => ({
  columns: [
    { header: 'CF_XDR_MC' },
    { header: 'CF_XDR_SHXYM', role: 'code' },
    { header: 'CF_WSH', role: 'required' },
    { header: 'CF_WFXW' },
    { header: 'CF_SY' },
    { header: 'CF_YJ' },
    { header: 'CF_CFLB', role: 'choice' },
    { header: 'CF_NR' },
    { header: 'CF_NR_FK', role: 'owed' },
    { header: 'CF_NR_WFFF' },
    { header: 'CF_JDRQ', role: 'day' },
    { header: 'CF_GSJZQ' },
    { header: 'CF_CFJG', role: 'required' },
  ],
  rowsOf: (firm) =>
    ofOffice(source, firm).map((penalty) => [
      firm.name,
      firm.code,
      penalty.number,
      penalty.violation,
      penalty.facts,
      `${penalty.basis}有关规定`,
      categories[penalty.category],
      contentOf(penalty),
      money(penalty.fine),
      money(penalty.confiscated),
      penalty.decidedOn,
      penalty.displayUntil,
      penalty.authority,
    ]),
  /** Reduced on review. */
  amend: (row) => row.with(FINE, money(Number(row[FINE]) / 2)),
});

/** 处罚类别 of the table of 2016 is a number. */
const numbers2016 = {
  warning: '0',
  fine: '1',
  confiscation: '2',
  suspension: '3',
  revocation: '4',
} as const satisfies Record<Penalty['category'], string>;

/** 行政处罚 with the field codes of 2016: days with slashes, 失信严重程度 as a number, no amounts. */
export const penaltySheet2016 = (source: Source): Sheet<Firm> => ({
  columns: [
    { header: 'CF_WSH', role: 'required' },
    { header: 'CF_CFMC' },
    { header: 'CF_AJMC' },
    { header: 'CF_CFLB1', role: 'choice' },
    { header: 'CF_SY' },
    { header: 'CF_YJ' },
    { header: 'CF_XDR_MC' },
    { header: 'CF_XDR_SHXYM', role: 'code' },
    { header: 'CF_JG' },
    { header: 'CF_JDRQ', role: 'day' },
    { header: 'CF_XZJG', role: 'required' },
    { header: 'CF_ZT' },
    { header: 'CF_SXYZCD' },
    { header: 'DFBM' },
    { header: 'SJC' },
  ],
  rowsOf: (firm) =>
    ofOffice(source, firm).map((penalty) => [
      penalty.number,
      `${penalty.violation}案行政处罚决定书`,
      `${penalty.violation}案`,
      numbers2016[penalty.category],
      penalty.facts,
      `${penalty.basis}有关规定`,
      firm.name,
      firm.code,
      contentOf(penalty),
      slashed(penalty.decidedOn),
      penalty.authority,
      '0',
      severityOf(penalty),
      '320500',
      `${slashed(source.asOf)} 8:00`,
    ]),
  amend: (row) => row.with(CATEGORY_2016, '0'),
});

const severityOf = ({ category }: Penalty): string => {
  if (category === 'warning') return '0';
  return category === 'suspension' || category === 'revocation' ? '3' : '1';
};

/** 2024/3/7, as a spreadsheet saves it. */
const slashed = (day: BusinessDate): string => day.split('-').map(Number).join('/');
