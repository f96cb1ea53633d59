import { date } from '../../time.ts';
import { actFields } from '../administrative-act.ts';
import type { Catalogue } from '../catalogue.ts';
import { until } from '../until.ts';

/** 行政强制, quarterly (domain.md A7, C6); the measures of 行政强制法 §9 and §12 that can meet a firm. */
export const administrativeCoercion: Catalogue = {
  id: 'administrative-coercion',
  version: 1,
  zh: '行政强制',
  about: 'An authority used a coercive measure against the firm.',
  category: 'administrative_act',
  supplierKind: 'department',
  cycle: 'quarterly',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2020-01-01') },
  subject: 'code',
  occurredOn: 'decided_on',
  updateKey: ['document_number', 'authority'],
  inOrder: [['from', 'to']],
  endOf: until('to', 'lifted_on'),
  fields: actFields('强制', [
    {
      id: 'measure',
      type: 'choice',
      zh: '强制种类',
      required: true,
      aliases: ['行政强制种类', '行政强制类别', '强制类别', '强制方式', '行政强制措施种类'],
      gravest: true,
      choices: {
        sealing: ['查封场所、设施或者财物', '查封'],
        seizure: ['扣押财物', '扣押'],
        freezing: ['冻结存款、汇款', '冻结存款', '冻结'],
        surcharge: ['加处罚款或者滞纳金', '加处罚款', '滞纳金'],
        transfer: ['划拨存款、汇款', '划拨'],
        sale: ['拍卖或者依法处理查封、扣押的场所、设施或者财物', '拍卖'],
        removal: ['排除妨碍、恢复原状', '排除妨碍'],
        substitute_performance: ['代履行'],
        other: ['其他', '其他行政强制措施', '其他强制执行方式'],
      },
    },
    {
      id: 'from',
      type: 'date',
      zh: '强制起始日期',
      aliases: ['强制开始日期', '行政强制期限自'],
      futureAllowed: true,
    },
    {
      id: 'to',
      type: 'date',
      zh: '强制截止日期',
      aliases: ['强制结束日期', '行政强制期限至'],
      futureAllowed: true,
    },
    { id: 'lifted_on', type: 'date', zh: '解除日期', aliases: ['强制解除日期', '解除强制日期'] },
  ]),
};
