import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { until } from '../until.ts';

/** 拖欠工资 found by labour inspection, daily (domain.md C6). */
export const wageArrears: Catalogue = {
  id: 'wage-arrears',
  version: 1,
  zh: '欠薪',
  about: 'An authority found that the firm owes wages.',
  category: 'social_security',
  supplierKind: 'department',
  cycle: 'daily',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'found_on',
  updateKey: ['found_on', 'authority'],
  inOrder: [['found_on', 'settled_on']],
  severityOf: () => 'general',
  endOf: until('settled_on'),
  fields: firmFields([
    {
      id: 'document_number',
      type: 'text',
      zh: '处理决定书文号',
      maxLength: 100,
      aliases: ['行政处理决定书文号', '案件编号', '文书号'],
    },
    {
      id: 'found_on',
      type: 'date',
      zh: '认定日期',
      required: true,
      aliases: ['查处日期', '立案日期', '发现日期'],
    },
    {
      id: 'workers',
      type: 'integer',
      zh: '涉及人数',
      aliases: ['欠薪人数', '涉及劳动者人数'],
      max: 10_000_000,
    },
    {
      id: 'amount',
      type: 'money',
      zh: '拖欠工资金额',
      aliases: ['欠薪金额', '拖欠金额', '涉及金额', '拖欠工资金额（元）'],
    },
    {
      id: 'facts',
      type: 'text',
      zh: '主要违法事实',
      maxLength: 2000,
      aliases: ['违法事实', '案情'],
    },
    {
      id: 'authority',
      type: 'text',
      zh: '认定单位',
      required: true,
      maxLength: 100,
      aliases: ['查处单位', '处理机关', '认定机关'],
    },
    { id: 'settled_on', type: 'date', zh: '清偿日期', aliases: ['结清日期', '支付完毕日期'] },
    {
      id: 'workers_named',
      type: 'text',
      zh: '劳动者姓名',
      aliases: ['姓名', '投诉人'],
      discard: true,
    },
  ]),
};
