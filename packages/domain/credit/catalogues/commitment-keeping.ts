import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { until } from '../until.ts';

/** 承诺履约践诺, upon each check (domain.md A11, C6). */
export const commitmentKeeping: Catalogue = {
  id: 'commitment-keeping',
  version: 1,
  zh: '承诺履约践诺',
  about: 'Whether the firm kept a promise.',
  category: 'commitment',
  supplierKind: 'department',
  cycle: 'event',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2020-01-01') },
  subject: 'code',
  occurredOn: 'checked_on',
  updateKey: ['document_number', 'checked_on'],
  inOrder: [['checked_on', 'rectified_on']],
  severityOf: ({ kept }) => (kept === 'broken' ? 'general' : 'none'),
  endOf: until('rectified_on'),
  fields: firmFields(
    [
      {
        id: 'document_number',
        type: 'text',
        zh: '承诺书编号',
        required: true,
        maxLength: 100,
        aliases: ['承诺编号', '承诺书文号'],
      },
      {
        id: 'kept',
        type: 'choice',
        zh: '履约状态',
        required: true,
        aliases: ['践诺状态', '承诺履行状态', '履约情况', '是否履约'],
        choices: {
          kept: ['已履约', '履约', '全部履约', '已践诺', '是', '践诺'],
          partly: ['部分履约', '部分践诺'],
          broken: ['未履约', '违约', '违诺', '未践诺', '失信', '否', '虚假承诺'],
        },
      },
      {
        id: 'checked_on',
        type: 'date',
        zh: '核查日期',
        required: true,
        aliases: ['认定日期', '履约认定日期', '确认日期'],
      },
      {
        id: 'facts',
        type: 'text',
        zh: '违诺事实',
        maxLength: 2000,
        aliases: ['未履约情形', '违约内容', '未履约内容'],
      },
      {
        id: 'authority',
        type: 'text',
        zh: '核查单位',
        required: true,
        maxLength: 100,
        aliases: ['认定单位', '履约认定单位', '监管部门'],
      },
      { id: 'rectified_on', type: 'date', zh: '整改日期', aliases: ['整改完成日期', '补正日期'] },
    ],
    {
      code: ['承诺主体统一社会信用代码', '承诺人统一社会信用代码'],
      name: ['承诺主体', '承诺人', '承诺主体名称', '承诺人名称'],
    },
  ),
};
