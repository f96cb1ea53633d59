import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';

/** 合同履约信息, weekly (domain.md C6, A31). */
export const contractPerformance: Catalogue = {
  id: 'contract-performance',
  version: 1,
  zh: '合同履约',
  about: 'Whether the firm performed a contract.',
  category: 'contract',
  supplierKind: 'department',
  cycle: 'weekly',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2020-01-01') },
  subject: 'code',
  occurredOn: 'evaluated_on',
  updateKey: ['contract_number', 'evaluated_on'],
  fields: firmFields([
    {
      id: 'contract_number',
      type: 'text',
      zh: '合同编号',
      required: true,
      maxLength: 100,
      aliases: ['合同号'],
    },
    {
      id: 'title',
      type: 'text',
      zh: '合同名称',
      maxLength: 200,
      aliases: ['合同项目名称', '项目名称'],
    },
    {
      id: 'performance',
      type: 'choice',
      zh: '履约状态',
      required: true,
      aliases: ['履约情况', '合同履行情况', '履约结果', '履约评价'],
      choices: {
        performing: ['履行中', '正在履行', '正常履行'],
        performed: ['已履行', '履行完毕', '正常履约', '履约', '合格', '优秀', '良好'],
        late: ['逾期履行', '延期履行'],
        breached: ['违约', '未履行', '不履行', '严重违约', '不合格'],
        terminated: ['解除', '终止', '提前终止'],
      },
    },
    {
      id: 'amount',
      type: 'money',
      zh: '履约金额',
      aliases: ['已履行金额', '结算金额', '履约金额（元）'],
    },
    {
      id: 'evaluated_on',
      type: 'date',
      zh: '评价日期',
      required: true,
      aliases: ['认定日期', '履约评价日期', '验收日期'],
    },
    {
      id: 'facts',
      type: 'text',
      zh: '违约事实',
      maxLength: 1000,
      aliases: ['违约情况', '违约行为'],
    },
    {
      id: 'authority',
      type: 'text',
      zh: '认定单位',
      maxLength: 100,
      aliases: ['评价单位', '验收单位'],
    },
  ]),
};
