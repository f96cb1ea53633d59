import { date } from '../../time.ts';
import type { Catalogue, Field } from '../catalogue.ts';
import { publicityFields, sourceFields } from '../double-publicity.ts';
import { legacyPenaltyCategories, penaltyCategories } from '../penalty-category.ts';
import { penaltyEnd, penaltySeverity } from '../penalty-display.ts';

const decision: readonly Field[] = [
  {
    id: 'document_number',
    type: 'text',
    zh: '行政处罚决定书文号',
    required: true,
    maxLength: 100,
    aliases: ['CF_WSH', '行政处罚决定文书号', '处罚决定书文号'],
  },
  {
    id: 'penalty_name',
    type: 'text',
    zh: '处罚名称',
    maxLength: 500,
    aliases: ['CF_CFMC', '行政处罚决定文书名称'],
  },
  { id: 'case_name', type: 'text', zh: '案件名称', maxLength: 500, aliases: ['CF_AJMC'] },
  {
    id: 'category',
    type: 'choice',
    zh: '处罚类别',
    required: true,
    aliases: ['CF_CFLB', 'CF_CFLB1', 'CF_ZL', '处罚类别1', '处罚种类'],
    choices: penaltyCategories,
    gravest: true,
    legacy: legacyPenaltyCategories,
  },
  {
    id: 'further_category',
    type: 'choice',
    zh: '处罚类别2',
    aliases: ['CF_CFLB2'],
    choices: penaltyCategories,
    gravest: true,
    legacy: legacyPenaltyCategories,
  },
  { id: 'violation', type: 'text', zh: '违法行为类型', maxLength: 2000, aliases: ['CF_WFXW'] },
  { id: 'facts', type: 'text', zh: '违法事实', maxLength: 4000, aliases: ['CF_SY', '处罚事由'] },
  { id: 'basis', type: 'text', zh: '处罚依据', maxLength: 4000, aliases: ['CF_YJ'] },
  {
    id: 'content',
    type: 'text',
    zh: '处罚内容',
    maxLength: 4000,
    aliases: ['CF_NR', 'CF_JG', '处罚结果'],
  },
  {
    id: 'fine_amount',
    type: 'money',
    zh: '罚款金额',
    unit: 'wan_yuan',
    aliases: ['CF_NR_FK', '罚款金额（万元）'],
  },
  {
    id: 'confiscated_amount',
    type: 'money',
    zh: '没收违法所得、没收非法财物的金额',
    unit: 'wan_yuan',
    aliases: [
      'CF_NR_WFFF',
      '没收违法所得、没收非法财物的金额（万元）',
      '没收金额',
      '没收金额（万元）',
    ],
  },
  {
    id: 'withheld_licence',
    type: 'text',
    zh: '暂扣或吊销证照名称及编号',
    maxLength: 500,
    aliases: ['CF_NR_ZKDX'],
  },
  {
    id: 'decided_on',
    type: 'date',
    zh: '处罚决定日期',
    required: true,
    aliases: ['CF_JDRQ', '行政处罚决定日期', '处罚生效期', 'CF_SXQ'],
  },
  {
    id: 'effective_until',
    type: 'text',
    zh: '处罚有效期',
    maxLength: 50,
    aliases: ['CF_YXQ', 'CF_JZQ', '处罚截止期'],
  },
  {
    id: 'display_until',
    type: 'date',
    zh: '公示截止期',
    futureAllowed: true,
    aliases: ['CF_GSJZQ', '公示截止日期'],
  },
];

const office: readonly Field[] = [
  {
    id: 'authority',
    type: 'text',
    zh: '处罚机关',
    required: true,
    maxLength: 100,
    aliases: ['CF_CFJG', 'CF_XZJG', 'XZJG', '处罚部门'],
  },
  {
    id: 'authority_code',
    type: 'text',
    zh: '处罚机关统一社会信用代码',
    maxLength: 50,
    aliases: ['CF_CFJGDM', '处罚部门统一社会信用代码'],
  },
  {
    id: 'state',
    type: 'choice',
    zh: '当前状态',
    aliases: ['CF_ZT', '处罚状态'],
    // The table of 2016; that of 2019 has no such column. An objection leaves the penalty standing.
    choices: { valid: ['0', '正常', '有效', '2', '异议'], revoked: ['1', '撤销', '已撤销'] },
    absent: ['3', '其他'],
  },
  {
    id: 'severity',
    type: 'choice',
    zh: '失信严重程度',
    aliases: ['CF_SXYZCD'],
    // 0 未定, 1 一般, 2 较重, 3 严重 before 2026; 轻微, 一般, 严重 since (domain.md C8).
    choices: {
      minor: ['轻微'],
      general: ['1', '一般', '2', '较重'],
      serious: ['3', '严重'],
    },
    absent: ['0', '未定'],
  },
  {
    id: 'item_code',
    type: 'text',
    zh: '权力编码',
    maxLength: 100,
    aliases: ['CF_BM', '处罚编码', '行政处罚编码'],
  },
  ...sourceFields('CF'),
];

/** 行政处罚, half of 双公示, within seven working days of the decision (domain.md C2, C8). */
export const administrativePenalty: Catalogue = {
  id: 'administrative-penalty',
  version: 1,
  zh: '行政处罚',
  about: 'An authority punished the firm.',
  category: 'administrative_act',
  supplierKind: 'department',
  cycle: 'event',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2015-01-01') },
  subject: 'code',
  occurredOn: 'decided_on',
  fields: [...publicityFields('CF'), ...decision, ...office],
  updateKey: ['document_number', 'authority'],
  reminder: true,
  severityOf: penaltySeverity,
  endOf: penaltyEnd,
};
