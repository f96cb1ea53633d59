import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields, taxpayer } from '../firm-fields.ts';
import { until } from '../until.ts';

/** 非正常户, from the tax office, monthly (domain.md C6). */
export const taxAbnormal: Catalogue = {
  id: 'tax-abnormal',
  version: 1,
  zh: '税务非正常户',
  about: 'The tax office cannot find the firm and took it for abnormal.',
  category: 'tax',
  supplierKind: 'tax_office',
  cycle: 'monthly',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'listed_on',
  updateKey: ['listed_on'],
  inOrder: [['listed_on', 'lifted_on']],
  list: { type: 'tax_abnormal' },
  severityOf: () => 'general',
  endOf: until('lifted_on'),
  fields: firmFields(
    [
      {
        id: 'listed_on',
        type: 'date',
        zh: '认定日期',
        required: true,
        aliases: ['非正常户认定日期', '认定时间'],
      },
      {
        id: 'reason',
        type: 'text',
        zh: '认定原因',
        maxLength: 500,
        aliases: ['非正常户认定原因', '认定事由'],
      },
      {
        id: 'authority',
        type: 'text',
        zh: '主管税务机关',
        maxLength: 100,
        aliases: ['认定机关', '税务机关'],
      },
      { id: 'lifted_on', type: 'date', zh: '解除日期', aliases: ['非正常户解除日期', '解除时间'] },
    ],
    taxpayer,
  ),
};
