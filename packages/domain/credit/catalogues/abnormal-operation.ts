import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { until } from '../until.ts';

/** 经营异常名录, from the registrar, daily (domain.md C6, C8). */
export const abnormalOperation: Catalogue = {
  id: 'abnormal-operation',
  version: 1,
  zh: '经营异常名录',
  about: 'The registrar listed the firm as operating abnormally.',
  category: 'dishonesty_list',
  supplierKind: 'market_regulator',
  cycle: 'daily',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'listed_on',
  updateKey: ['listed_on', 'reason'],
  inOrder: [['listed_on', 'removed_on']],
  list: { type: 'abnormal_operation' },
  severityOf: () => 'general',
  endOf: until('removed_on'),
  fields: firmFields([
    {
      id: 'reason',
      type: 'text',
      zh: '列入原因',
      maxLength: 200,
      aliases: ['列入经营异常名录原因', '列入事由', '列异原因'],
    },
    {
      id: 'listed_on',
      type: 'date',
      zh: '列入日期',
      required: true,
      aliases: ['列入时间', '列异日期'],
    },
    {
      id: 'authority',
      type: 'text',
      zh: '列入机关',
      maxLength: 100,
      aliases: ['作出决定机关（列入）', '列入决定机关', '决定机关'],
    },
    {
      id: 'document_number',
      type: 'text',
      zh: '列入决定书文号',
      maxLength: 100,
      aliases: ['列入文号', '决定书文号'],
    },
    { id: 'removed_on', type: 'date', zh: '移出日期', aliases: ['移出时间'] },
    {
      id: 'removal_reason',
      type: 'text',
      zh: '移出原因',
      maxLength: 200,
      aliases: ['移出经营异常名录原因', '移出事由'],
    },
    {
      id: 'removal_authority',
      type: 'text',
      zh: '移出机关',
      maxLength: 100,
      aliases: ['作出决定机关（移出）', '移出决定机关'],
    },
  ]),
};
