import { date } from '../../time.ts';
import { actFields } from '../administrative-act.ts';
import type { Catalogue } from '../catalogue.ts';

/** 行政给付 (domain.md A7, C6). */
export const administrativePayment: Catalogue = {
  id: 'administrative-payment',
  version: 1,
  zh: '行政给付',
  about: 'An authority paid the firm a benefit.',
  category: 'administrative_act',
  supplierKind: 'department',
  cycle: 'event',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2020-01-01') },
  subject: 'code',
  occurredOn: 'decided_on',
  updateKey: ['document_number', 'authority'],
  fields: actFields('给付', [
    {
      id: 'category',
      type: 'text',
      zh: '行政给付类别',
      maxLength: 100,
      aliases: ['给付类别', '给付种类', '给付方式'],
    },
    { id: 'amount', type: 'money', zh: '给付金额', aliases: ['行政给付金额', '给付金额（元）'] },
    { id: 'paid_on', type: 'date', zh: '发放日期', aliases: ['拨付日期', '支付日期'] },
  ]),
};
