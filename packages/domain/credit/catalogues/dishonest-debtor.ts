import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { until } from '../until.ts';

/** 失信被执行人, from the courts, daily (domain.md C6). */
export const dishonestDebtor: Catalogue = {
  id: 'dishonest-debtor',
  version: 1,
  zh: '失信被执行人',
  about: 'A court listed the firm as one that could pay its judgment debt and does not.',
  category: 'dishonesty_list',
  supplierKind: 'court',
  cycle: 'daily',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2015-01-01') },
  subject: 'code',
  occurredOn: 'listed_on',
  updateKey: ['case_number'],
  inOrder: [['listed_on', 'removed_on']],
  list: { type: 'dishonest_debtor' },
  severityOf: () => 'serious',
  endOf: until('removed_on'),
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
      {
        id: 'listed_on',
        type: 'date',
        zh: '发布日期',
        required: true,
        aliases: ['列入日期', '发布时间', '公布日期'],
      },
      {
        id: 'conduct',
        type: 'text',
        zh: '失信行为具体情形',
        maxLength: 2000,
        aliases: ['失信被执行人行为具体情形', '失信行为'],
      },
      {
        id: 'removed_on',
        type: 'date',
        zh: '移出日期',
        aliases: ['退出日期', '屏蔽日期', '删除日期'],
      },
    ],
    {
      code: ['失信被执行人统一社会信用代码'],
      name: ['失信被执行人', '失信被执行人名称', '被执行人姓名/名称'],
    },
  ),
};
