import { date } from '../../time.ts';
import { actFields } from '../administrative-act.ts';
import type { Catalogue } from '../catalogue.ts';

/** 行政裁决, quarterly (domain.md A7, C6). The other party may be a person and is left out. */
export const administrativeAdjudication: Catalogue = {
  id: 'administrative-adjudication',
  version: 1,
  zh: '行政裁决',
  about: 'An authority decided a civil dispute in which the firm was a party.',
  category: 'administrative_act',
  supplierKind: 'department',
  cycle: 'quarterly',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2020-01-01') },
  subject: 'code',
  occurredOn: 'decided_on',
  updateKey: ['document_number', 'authority'],
  fields: actFields('裁决', [
    {
      id: 'category',
      type: 'text',
      zh: '行政裁决类别',
      maxLength: 100,
      aliases: ['裁决类别', '裁决种类'],
    },
    {
      id: 'role',
      type: 'choice',
      zh: '当事人地位',
      aliases: ['申请人或被申请人', '当事人类型'],
      choices: { applicant: ['申请人'], respondent: ['被申请人'], third_party: ['第三人'] },
    },
    {
      id: 'other_party',
      type: 'text',
      zh: '另一方当事人',
      aliases: ['对方当事人', '对方当事人姓名', '其他当事人'],
      discard: true,
    },
    { id: 'outcome', type: 'text', zh: '行政裁决结果', maxLength: 2000, aliases: ['裁决结果'] },
  ]),
};
