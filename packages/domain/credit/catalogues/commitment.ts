import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { withoutEnd } from '../spellings.ts';
import { until } from '../until.ts';

/** 信用承诺, upon each (domain.md A11, C6). */
export const commitment: Catalogue = {
  id: 'commitment',
  version: 1,
  zh: '信用承诺',
  about: 'The firm made a public promise.',
  category: 'commitment',
  supplierKind: 'department',
  cycle: 'event',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2020-01-01') },
  subject: 'code',
  occurredOn: 'made_on',
  updateKey: ['kind', 'document_number', 'made_on'],
  inOrder: [['made_on', 'valid_to']],
  endOf: until('valid_to'),
  fields: firmFields(
    [
      {
        id: 'document_number',
        type: 'text',
        zh: '承诺书编号',
        maxLength: 100,
        aliases: ['承诺编号', '承诺书文号'],
      },
      {
        id: 'kind',
        type: 'choice',
        zh: '承诺类型',
        required: true,
        aliases: ['承诺类别', '信用承诺类型'],
        choices: {
          approval: ['审批替代型', '告知承诺', '审批替代型承诺', '行政审批告知承诺'],
          deferral: ['容缺受理型', '容缺受理', '容缺受理承诺'],
          proof: ['证明事项型', '证明事项告知承诺', '证明事项'],
          repair: ['信用修复型', '信用修复承诺', '信用修复'],
          voluntary: ['主动公示型', '主动型', '主动承诺', '主动公示'],
          self_discipline: ['行业自律型', '自律型', '行业自律'],
        },
      },
      {
        id: 'matter',
        type: 'text',
        zh: '承诺事由',
        maxLength: 200,
        aliases: ['承诺事项', '办理事项'],
      },
      { id: 'content', type: 'text', zh: '承诺内容', maxLength: 4000, aliases: ['承诺书内容'] },
      {
        id: 'made_on',
        type: 'date',
        zh: '承诺日期',
        required: true,
        aliases: ['作出承诺日期', '承诺作出日期', '承诺时间'],
      },
      {
        id: 'valid_to',
        type: 'date',
        zh: '承诺有效期至',
        aliases: ['承诺有效期', '有效期至', '承诺期限'],
        futureAllowed: true,
        absent: withoutEnd,
      },
      {
        id: 'authority',
        type: 'text',
        zh: '承诺受理单位',
        maxLength: 100,
        aliases: ['受理单位', '受理部门', '监管部门'],
      },
      {
        id: 'keeping',
        type: 'text',
        zh: '履约状态',
        maxLength: 50,
        aliases: ['承诺履行状态', '践诺状态'],
        discard: true,
      },
      { id: 'signatory', type: 'text', zh: '签署人', aliases: ['承诺书签署人'], discard: true },
    ],
    {
      code: ['承诺主体统一社会信用代码', '承诺人统一社会信用代码'],
      name: ['承诺主体', '承诺人', '承诺主体名称', '承诺人名称'],
    },
  ),
};
