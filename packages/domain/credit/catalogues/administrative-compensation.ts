import { date } from '../../time.ts';
import { actFields } from '../administrative-act.ts';
import type { Catalogue } from '../catalogue.ts';

/** 行政补偿 (domain.md A7, C6). */
export const administrativeCompensation: Catalogue = {
  id: 'administrative-compensation',
  version: 1,
  zh: '行政补偿',
  about: 'An authority compensated the firm for a lawful encroachment.',
  category: 'administrative_act',
  supplierKind: 'department',
  cycle: 'event',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2020-01-01') },
  subject: 'code',
  occurredOn: 'decided_on',
  updateKey: ['document_number', 'authority'],
  fields: actFields('补偿', [
    {
      id: 'reason',
      type: 'text',
      zh: '补偿事由',
      maxLength: 1000,
      aliases: ['行政补偿事由', '补偿原因'],
    },
    { id: 'form', type: 'text', zh: '补偿方式', maxLength: 100, aliases: ['行政补偿方式'] },
    {
      id: 'amount',
      type: 'money',
      zh: '补偿金额',
      aliases: ['行政补偿金额', '补偿标准金额', '补偿金额（元）'],
    },
    { id: 'paid_on', type: 'date', zh: '支付日期', aliases: ['发放日期', '补偿支付日期'] },
  ]),
};
