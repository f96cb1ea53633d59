/** 大型, 中型, 小型, 微型. */
export type Size = 'large' | 'medium' | 'small' | 'micro';
export type SizeIndicator = 'employees' | 'revenue' | 'assets';

/** The statute and the mapping of industries to its rows; a change of either is a new version. */
export const sizeStandardVersion = '工信部联企业〔2011〕300号, 国统字〔2017〕213号';

/** Lower bounds; below the last one a firm is 微型. */
export type SizeBounds = readonly [large: number, medium: number, small: number];
export type SizeRow = {
  readonly id: string;
  readonly zh: string;
  /** Codes of GB/T 4754-2017 and all below them; where two rows fit, the longer code wins. */
  readonly industries: readonly string[];
  /** Employees in persons, revenue and assets in 万元. */
  readonly bounds: { readonly [Indicator in SizeIndicator]?: SizeBounds };
};

// Bounds: 工信部联企业〔2011〕300号 §4 (1)–(16). Industries: 国统字〔2017〕213号. Both as in domain.md C3.
export const sizeRows = [
  {
    id: 'farming', // (1)
    zh: '农、林、牧、渔业',
    industries: ['A'],
    bounds: { revenue: [20_000, 500, 50] },
  },
  {
    id: 'industry', // (2)
    zh: '工业',
    industries: ['B', 'C', 'D'],
    bounds: { employees: [1_000, 300, 20], revenue: [40_000, 2_000, 300] },
  },
  {
    id: 'construction', // (3)
    zh: '建筑业',
    industries: ['E'],
    bounds: { revenue: [80_000, 6_000, 300], assets: [80_000, 5_000, 300] },
  },
  {
    id: 'wholesale', // (4)
    zh: '批发业',
    industries: ['F51'],
    bounds: { employees: [200, 20, 5], revenue: [40_000, 5_000, 1_000] },
  },
  {
    id: 'retail', // (5)
    zh: '零售业',
    industries: ['F52'],
    bounds: { employees: [300, 50, 10], revenue: [20_000, 500, 100] },
  },
  {
    id: 'transport', // (6), without railways (53), with loading and unloading (591).
    zh: '交通运输业',
    industries: ['G54', 'G55', 'G56', 'G57', 'G58', 'G591'],
    bounds: { employees: [1_000, 300, 20], revenue: [30_000, 3_000, 200] },
  },
  {
    id: 'storage', // (7)
    zh: '仓储业',
    industries: ['G59'],
    bounds: { employees: [200, 100, 20], revenue: [30_000, 1_000, 100] },
  },
  {
    id: 'post', // (8)
    zh: '邮政业',
    industries: ['G60'],
    bounds: { employees: [1_000, 300, 20], revenue: [30_000, 2_000, 100] },
  },
  {
    id: 'lodging', // (9)
    zh: '住宿业',
    industries: ['H61'],
    bounds: { employees: [300, 100, 10], revenue: [10_000, 2_000, 100] },
  },
  {
    id: 'catering', // (10)
    zh: '餐饮业',
    industries: ['H62'],
    bounds: { employees: [300, 100, 10], revenue: [10_000, 2_000, 100] },
  },
  {
    id: 'telecommunications', // (11)
    zh: '信息传输业',
    industries: ['I63', 'I64'],
    bounds: { employees: [2_000, 100, 10], revenue: [100_000, 1_000, 100] },
  },
  {
    id: 'software', // (12)
    zh: '软件和信息技术服务业',
    industries: ['I65'],
    bounds: { employees: [300, 100, 10], revenue: [10_000, 1_000, 50] },
  },
  {
    id: 'real_estate', // (13)
    zh: '房地产开发经营',
    industries: ['K701'],
    bounds: { revenue: [200_000, 1_000, 100], assets: [10_000, 5_000, 2_000] },
  },
  {
    id: 'property_management', // (14)
    zh: '物业管理',
    industries: ['K702'],
    bounds: { employees: [1_000, 300, 100], revenue: [5_000, 1_000, 500] },
  },
  {
    id: 'leasing_and_business', // (15)
    zh: '租赁和商务服务业',
    industries: ['L'],
    bounds: { employees: [300, 100, 10], assets: [120_000, 8_000, 100] },
  },
  {
    id: 'other', // (16); of health and social work (Q) only social work.
    zh: '其他未列明行业',
    industries: ['K703', 'K704', 'K709', 'M', 'N', 'O', 'Q85', 'R'],
    bounds: { employees: [300, 100, 10] },
  },
] as const satisfies readonly SizeRow[];

export type SizeClass = (typeof sizeRows)[number]['id'];
