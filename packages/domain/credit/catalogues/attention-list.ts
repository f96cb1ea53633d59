import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { withoutEnd } from '../spellings.ts';
import { until } from '../until.ts';

/** 重点关注对象名单, between the ordinary firm and serious dishonesty (domain.md A18). */
export const attentionList: Catalogue = {
  id: 'attention-list',
  version: 1,
  zh: '重点关注对象名单',
  about: 'An authority keeps an eye on the firm.',
  category: 'dishonesty_list',
  supplierKind: 'credit_office',
  cycle: 'monthly',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2020-01-01') },
  subject: 'code',
  occurredOn: 'listed_on',
  updateKey: ['authority', 'listed_on'],
  inOrder: [['listed_on', 'removed_on']],
  list: { type: 'attention_list' },
  endOf: until('valid_to', 'removed_on'),
  fields: firmFields([
    {
      id: 'reason',
      type: 'text',
      zh: '列入原因',
      maxLength: 1000,
      aliases: ['关注原因', '列入事由', '重点关注原因'],
    },
    {
      id: 'sector',
      type: 'text',
      zh: '领域',
      maxLength: 100,
      aliases: ['关注领域', '所属领域', '行业领域'],
    },
    {
      id: 'listed_on',
      type: 'date',
      zh: '列入日期',
      required: true,
      aliases: ['认定日期', '列入时间'],
    },
    {
      id: 'authority',
      type: 'text',
      zh: '列入单位',
      required: true,
      maxLength: 100,
      aliases: ['认定单位', '列入机关', '认定部门'],
    },
    {
      id: 'valid_to',
      type: 'date',
      zh: '有效期至',
      aliases: ['有效期截止日期', '关注期限至'],
      futureAllowed: true,
      absent: withoutEnd,
    },
    { id: 'removed_on', type: 'date', zh: '移出日期', aliases: ['退出日期', '移出时间'] },
  ]),
};
