import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';

/** 变更登记, daily (domain.md C6). What stood there before and after is left out: it often is a name. */
export const registrationChange: Catalogue = {
  id: 'registration-change',
  version: 1,
  zh: '登记变更',
  about: 'The firm changed something in the register.',
  category: 'registration',
  supplierKind: 'market_regulator',
  cycle: 'daily',
  sharing: 'public',
  retentionYears: 10,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'changed_on',
  updateKey: ['item', 'changed_on'],
  fields: firmFields([
    {
      id: 'item',
      type: 'text',
      zh: '变更事项',
      required: true,
      maxLength: 200,
      aliases: ['变更项目', '变更事项名称', '变更类型'],
    },
    {
      id: 'changed_on',
      type: 'date',
      zh: '变更日期',
      required: true,
      aliases: ['核准日期', '变更核准日期', '变更时间'],
    },
    {
      id: 'before',
      type: 'text',
      zh: '变更前内容',
      aliases: ['变更前', '原登记内容', '变更前信息'],
      discard: true,
    },
    {
      id: 'after',
      type: 'text',
      zh: '变更后内容',
      aliases: ['变更后', '现登记内容', '变更后信息'],
      discard: true,
    },
    { id: 'authority', type: 'text', zh: '登记机关', maxLength: 100, aliases: ['核准机关'] },
  ]),
};
