import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';

/** 政策支持: subsidies and 贴息, monthly, shared upon authorisation (domain.md C6). */
export const policySupport: Catalogue = {
  id: 'policy-support',
  version: 1,
  zh: '政策支持',
  about: 'The firm received public money.',
  category: 'policy_support',
  supplierKind: 'department',
  cycle: 'monthly',
  sharing: 'authorised',
  retentionYears: 5,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'granted_on',
  updateKey: ['programme', 'kind', 'granted_on'],
  fields: firmFields([
    {
      id: 'programme',
      type: 'text',
      zh: '政策名称',
      required: true,
      maxLength: 200,
      aliases: ['项目名称', '扶持政策', '补贴项目', '资金项目名称'],
    },
    {
      id: 'kind',
      type: 'choice',
      zh: '扶持类型',
      aliases: ['资金类型', '补贴类型', '支持方式'],
      dispensable: true,
      choices: {
        subsidy: ['补贴', '补助', '财政补贴', '专项资金'],
        interest_subsidy: ['贴息', '贷款贴息'],
        award: ['奖励', '奖补', '奖励资金'],
        guarantee: ['担保费补贴', '风险补偿', '保费补贴'],
        other: ['其他'],
      },
    },
    {
      id: 'amount',
      type: 'money',
      zh: '扶持金额',
      required: true,
      aliases: ['补贴金额', '拨付金额', '资助金额', '奖补金额', '补贴金额（元）'],
    },
    {
      id: 'granted_on',
      type: 'date',
      zh: '拨付日期',
      required: true,
      aliases: ['发放日期', '下达日期', '批准日期'],
    },
    {
      id: 'document_number',
      type: 'text',
      zh: '文件文号',
      maxLength: 100,
      aliases: ['文号', '批复文号', '下达文号'],
    },
    {
      id: 'authority',
      type: 'text',
      zh: '发放单位',
      maxLength: 100,
      aliases: ['拨付单位', '主管部门', '资金主管部门'],
    },
  ]),
};
