import type { Catalogue } from '../catalogue.ts';
import { until } from '../until.ts';

/** 失信被执行人, from the courts, daily (domain.md C6). */
export const dishonestDebtor: Catalogue = {
  id: 'dishonest-debtor',
  version: 1,
  zh: '失信被执行人',
  about: 'A court listed the firm as one that could pay its judgment debt and does not.',
  subject: 'code',
  occurredOn: 'listed_on',
  key: ['case_number'],
  inOrder: [['listed_on', 'removed_on']],
  severityOf: () => 'serious',
  endOf: until('removed_on'),
  fields: [
    {
      id: 'code',
      type: 'code',
      zh: '统一社会信用代码',
      required: true,
      aliases: ['失信被执行人统一社会信用代码'],
    },
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
};
