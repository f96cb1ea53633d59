import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { until } from '../until.ts';

/** 被执行人, from the courts, daily (domain.md C6). */
export const judgmentDebtor: Catalogue = {
  id: 'judgment-debtor',
  version: 1,
  zh: '被执行人',
  about: 'A court enforces a judgment against the firm.',
  category: 'judicial',
  supplierKind: 'court',
  cycle: 'daily',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2015-01-01') },
  subject: 'code',
  occurredOn: 'filed_on',
  updateKey: ['case_number'],
  inOrder: [['filed_on', 'closed_on']],
  list: { type: 'judgment_debtor' },
  endOf: until('closed_on'),
  fields: firmFields(
    [
      {
        id: 'case_number',
        type: 'text',
        zh: '案号',
        required: true,
        maxLength: 100,
        aliases: ['执行案号'],
      },
      {
        id: 'court',
        type: 'text',
        zh: '执行法院',
        required: true,
        maxLength: 100,
        aliases: ['法院', '执行法院名称'],
      },
      { id: 'filed_on', type: 'date', zh: '立案日期', required: true, aliases: ['立案时间'] },
      {
        id: 'amount',
        type: 'money',
        zh: '执行标的',
        aliases: ['执行标的（元）', '执行标的金额', '执行标的金额（元）'],
      },
      { id: 'closed_on', type: 'date', zh: '结案日期', aliases: ['终结日期', '结案时间'] },
    ],
    { code: ['被执行人统一社会信用代码'], name: ['被执行人', '被执行人名称', '被执行人姓名/名称'] },
  ),
};
