import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { until } from '../until.ts';

/** 分支机构, daily (domain.md C6). */
export const enterpriseBranch: Catalogue = {
  id: 'enterprise-branch',
  version: 1,
  zh: '分支机构',
  about: 'The firm has a branch.',
  category: 'registration',
  supplierKind: 'market_regulator',
  cycle: 'daily',
  sharing: 'public',
  retentionYears: 10,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'established_on',
  updateKey: ['branch_code'],
  inOrder: [['established_on', 'closed_on']],
  endOf: until('closed_on'),
  fields: firmFields([
    {
      id: 'branch_code',
      type: 'text',
      zh: '分支机构统一社会信用代码',
      required: true,
      maxLength: 18,
      aliases: ['分支机构代码', '分公司统一社会信用代码'],
    },
    {
      id: 'branch_name',
      type: 'text',
      zh: '分支机构名称',
      required: true,
      maxLength: 200,
      aliases: ['分公司名称'],
    },
    {
      id: 'district',
      type: 'text',
      zh: '分支机构行政区划代码',
      maxLength: 12,
      aliases: ['行政区划代码', '行政区划'],
    },
    {
      id: 'established_on',
      type: 'date',
      zh: '分支机构成立日期',
      aliases: ['成立日期', '设立日期'],
    },
    { id: 'closed_on', type: 'date', zh: '分支机构注销日期', aliases: ['注销日期', '撤销日期'] },
    { id: 'manager', type: 'text', zh: '分支机构负责人', discard: true },
  ]),
};
