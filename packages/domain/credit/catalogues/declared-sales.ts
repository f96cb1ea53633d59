import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { BELOW_ZERO, firmFields, taxpayer } from '../firm-fields.ts';

/** 增值税申报销售额, monthly, shared upon authorisation (domain.md C6). Who files by the quarter names its last month. */
export const declaredSales: Catalogue = {
  id: 'declared-sales',
  version: 1,
  zh: '申报销售额',
  about: 'What sales the firm declared to the tax office.',
  category: 'tax',
  supplierKind: 'tax_office',
  cycle: 'monthly',
  sharing: 'authorised',
  retentionYears: 5,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'month',
  updateKey: ['month'],
  packedBy: 'year',
  fields: firmFields(
    [
      {
        id: 'month',
        type: 'month',
        zh: '税款所属期',
        required: true,
        aliases: ['所属期', '申报所属期', '税款所属期止', '所属月份'],
      },
      { id: 'months', type: 'integer', zh: '所属月数', aliases: ['申报期月数'], min: 1, max: 12 },
      {
        id: 'sales',
        type: 'money',
        zh: '申报销售额',
        required: true,
        aliases: ['销售额', '应税销售额', '申报销售收入', '申报销售额（元）', '全部销售收入'],
        min: BELOW_ZERO,
      },
      {
        id: 'taxable_sales',
        type: 'money',
        zh: '应税货物及劳务销售额',
        aliases: ['按适用税率计税销售额'],
        min: BELOW_ZERO,
      },
      {
        id: 'exempt_sales',
        type: 'money',
        zh: '免税销售额',
        aliases: ['免税销售额（元）'],
        min: BELOW_ZERO,
      },
      {
        id: 'export_sales',
        type: 'money',
        zh: '出口销售额',
        aliases: ['免、抵、退办法出口销售额', '出口销售额（元）'],
        min: BELOW_ZERO,
      },
      {
        id: 'tax_due',
        type: 'money',
        zh: '应纳税额',
        aliases: ['应纳税额合计', '应纳税额（元）'],
        min: BELOW_ZERO,
      },
      { id: 'declared_on', type: 'date', zh: '申报日期', aliases: ['申报时间'] },
    ],
    taxpayer,
  ),
};
