import { date } from '../../time.ts';
import { actFields } from '../administrative-act.ts';
import type { Catalogue } from '../catalogue.ts';
import { withoutEnd } from '../spellings.ts';
import { until } from '../until.ts';

/** 行政确认, quarterly (domain.md A7, C6). */
export const administrativeConfirmation: Catalogue = {
  id: 'administrative-confirmation',
  version: 1,
  zh: '行政确认',
  about: 'An authority confirmed a fact, a right or a status of the firm.',
  category: 'administrative_act',
  supplierKind: 'department',
  cycle: 'quarterly',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2020-01-01') },
  subject: 'code',
  occurredOn: 'decided_on',
  updateKey: ['document_number', 'authority'],
  inOrder: [['decided_on', 'valid_to']],
  endOf: until('valid_to'),
  fields: actFields('确认', [
    {
      id: 'category',
      type: 'text',
      zh: '行政确认类别',
      maxLength: 100,
      aliases: ['确认类别', '确认类型'],
    },
    { id: 'outcome', type: 'text', zh: '行政确认结果', maxLength: 500, aliases: ['确认结果'] },
    {
      id: 'certificate_number',
      type: 'text',
      zh: '证书编号',
      maxLength: 100,
      aliases: ['确认证书编号'],
    },
    {
      id: 'valid_to',
      type: 'date',
      zh: '有效期至',
      aliases: ['有效期截止', '确认有效期至'],
      futureAllowed: true,
      absent: withoutEnd,
    },
  ]),
};
