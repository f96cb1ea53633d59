import type { Firm } from './firm.ts';
import type { Sheet } from './sheet.ts';

const forms = {
  company: '有限责任公司',
  sole_proprietor: '个体工商户',
  cooperative: '农民专业合作社',
} as const satisfies Record<Firm['form'], string>;

const statuses = {
  operating: '存续',
  cancelled: '注销',
  revoked: '吊销，未注销',
  moved_out: '迁出',
} as const satisfies Record<Firm['status'], string>;

const CAPITAL = 6;

/** 登记注册 as the registrar exports it: Chinese headers, capital in 万元. */
export const registration: Sheet<Firm> = {
  columns: [
    { header: '统一社会信用代码', role: 'code' },
    { header: '企业名称', role: 'required' },
    { header: '企业类型', role: 'choice' },
    { header: '登记状态' },
    { header: '成立日期', role: 'day' },
    { header: '行业代码' },
    { header: '注册资本（万元）', role: 'owed' },
    { header: '行政区划代码' },
  ],
  rowsOf: (firm) => [
    [
      firm.code,
      firm.name,
      forms[firm.form],
      statuses[firm.status],
      firm.establishedOn,
      firm.trade.code,
      String(firm.capital),
      firm.district.code,
    ],
  ],
  /** The firm has raised its capital since the export began. */
  amend: (row) => row.with(CAPITAL, String(Number(row[CAPITAL]) * 2)),
};
