import { date } from '../../time.ts';
import { actFields } from '../administrative-act.ts';
import type { Catalogue } from '../catalogue.ts';

/** 行政征收 (domain.md A7, C6). */
export const administrativeExpropriation: Catalogue = {
  id: 'administrative-expropriation',
  version: 1,
  zh: '行政征收',
  about: 'An authority levied a charge on the firm or took property of it.',
  category: 'administrative_act',
  supplierKind: 'department',
  cycle: 'event',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2020-01-01') },
  subject: 'code',
  occurredOn: 'decided_on',
  updateKey: ['document_number', 'authority'],
  inOrder: [['from', 'to']],
  fields: actFields('征收', [
    {
      id: 'category',
      type: 'text',
      zh: '行政征收种类',
      maxLength: 100,
      aliases: ['征收种类', '征收类别', '征收项目'],
    },
    { id: 'amount', type: 'money', zh: '征收金额', aliases: ['行政征收金额', '征收金额（元）'] },
    { id: 'from', type: 'date', zh: '征收期限自', aliases: ['征收起始日期'], futureAllowed: true },
    { id: 'to', type: 'date', zh: '征收期限至', aliases: ['缴款截止日期'], futureAllowed: true },
    { id: 'paid_on', type: 'date', zh: '缴纳日期', aliases: ['缴款日期'] },
  ]),
};
