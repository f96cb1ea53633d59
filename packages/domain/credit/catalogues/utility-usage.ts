import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { BELOW_ZERO, firmFields } from '../firm-fields.ts';
import { paidInFull } from '../spellings.ts';

/** 水电气 usage, monthly, shared upon authorisation (domain.md C6). A firm may have several meters. */
export const utilityUsage: Catalogue = {
  id: 'utility-usage',
  version: 1,
  zh: '水电气使用',
  about: 'What water, electricity or gas the firm used in a month.',
  category: 'utility',
  supplierKind: 'utility',
  cycle: 'monthly',
  sharing: 'authorised',
  retentionYears: 5,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'month',
  updateKey: ['month', 'kind', 'account'],
  packedBy: 'year',
  fields: firmFields(
    [
      {
        id: 'month',
        type: 'month',
        zh: '用能月份',
        required: true,
        aliases: ['用电月份', '用水月份', '用气月份', '账期', '抄表月份', '费用年月', '月份'],
      },
      {
        id: 'kind',
        type: 'choice',
        zh: '能源类型',
        required: true,
        aliases: ['类型', '缴费类型', '用能类型', '费用类型'],
        choices: {
          electricity: ['电', '电力', '用电', '供电', '电费'],
          water: ['水', '自来水', '用水', '供水', '水费'],
          gas: ['气', '燃气', '天然气', '用气', '供气', '燃气费'],
        },
      },
      {
        id: 'account',
        type: 'text',
        zh: '户号',
        maxLength: 64,
        aliases: ['用户编号', '客户编号', '用电户号', '用水户号', '用气户号'],
      },
      {
        id: 'quantity',
        type: 'integer',
        zh: '用量',
        aliases: [
          '用电量',
          '用水量',
          '用气量',
          '用电量（千瓦时）',
          '用水量（立方米）',
          '用气量（立方米）',
        ],
        dispensable: true,
      },
      {
        id: 'amount',
        type: 'money',
        zh: '费用',
        aliases: ['应缴金额', '电费', '水费', '燃气费', '费用金额', '费用（元）'],
        min: BELOW_ZERO,
      },
      {
        id: 'paid',
        type: 'choice',
        zh: '是否缴清',
        aliases: ['缴费状态', '是否缴费'],
        choices: paidInFull,
      },
    ],
    { code: ['用户统一社会信用代码'], name: ['户名', '用户名称', '客户名称'] },
  ),
};
