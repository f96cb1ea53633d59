import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { BELOW_ZERO, firmFields, taxpayer } from '../firm-fields.ts';

/** 纳税额, monthly, shared upon authorisation (domain.md C6). Refunds are negative. */
export const taxPaid: Catalogue = {
  id: 'tax-paid',
  version: 1,
  zh: '纳税额',
  about: 'What the firm paid of a tax for a month.',
  category: 'tax',
  supplierKind: 'tax_office',
  cycle: 'monthly',
  sharing: 'authorised',
  retentionYears: 5,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'month',
  updateKey: ['month', 'tax_type'],
  packedBy: 'year',
  fields: firmFields(
    [
      {
        id: 'month',
        type: 'month',
        zh: '税款所属期',
        required: true,
        aliases: ['所属期', '税款所属月份', '所属月份', '税款所属期起'],
      },
      {
        id: 'tax_type',
        type: 'text',
        zh: '税种',
        required: true,
        maxLength: 100,
        aliases: ['征收项目', '税种名称'],
      },
      {
        id: 'amount',
        type: 'money',
        zh: '实缴金额',
        required: true,
        aliases: ['已缴税额', '纳税金额', '入库金额', '实缴税额', '实缴金额（元）'],
        min: BELOW_ZERO,
      },
      {
        id: 'paid_on',
        type: 'date',
        zh: '入库日期',
        aliases: ['缴款日期', '上解日期', '缴税日期'],
      },
    ],
    taxpayer,
  ),
};
