import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { until } from '../until.ts';

/** 水电气欠费, monthly, shared upon authorisation (domain.md C6). */
export const utilityArrears: Catalogue = {
  id: 'utility-arrears',
  version: 1,
  zh: '水电气欠费',
  about: 'The firm owes for water, electricity or gas.',
  category: 'utility',
  supplierKind: 'utility',
  cycle: 'monthly',
  sharing: 'authorised',
  retentionYears: 5,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'since',
  updateKey: ['kind', 'account', 'since'],
  inOrder: [['since', 'settled_on']],
  endOf: until('settled_on'),
  fields: firmFields(
    [
      {
        id: 'kind',
        type: 'choice',
        zh: '能源类型',
        required: true,
        aliases: ['类型', '欠费类型', '费用类型'],
        choices: {
          electricity: ['电', '电力', '用电', '供电', '电费'],
          water: ['水', '自来水', '用水', '供水', '水费'],
          gas: ['气', '燃气', '天然气', '用气', '供气', '燃气费'],
        },
      },
      { id: 'account', type: 'text', zh: '户号', maxLength: 64, aliases: ['用户编号', '客户编号'] },
      {
        id: 'since',
        type: 'date',
        zh: '欠费起始日期',
        required: true,
        aliases: ['欠费日期', '欠费开始日期', '逾期日期'],
      },
      {
        id: 'amount',
        type: 'money',
        zh: '欠费金额',
        required: true,
        aliases: ['欠费总额', '欠费金额（元）'],
      },
      { id: 'overdue_days', type: 'integer', zh: '欠费天数', aliases: ['逾期天数'], discard: true },
      { id: 'settled_on', type: 'date', zh: '结清日期', aliases: ['缴清日期', '补缴日期'] },
    ],
    { code: ['用户统一社会信用代码'], name: ['户名', '用户名称', '客户名称'] },
  ),
};
