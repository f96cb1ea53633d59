import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { paidInFull } from '../spellings.ts';

/** 社会保险缴费, monthly, shared upon authorisation (domain.md C6). */
export const socialInsurance: Catalogue = {
  id: 'social-insurance',
  version: 1,
  zh: '社会保险缴费',
  about: 'For how many people the firm owed social insurance in a month, and whether it paid.',
  category: 'social_security',
  supplierKind: 'social_security_office',
  cycle: 'monthly',
  sharing: 'authorised',
  retentionYears: 5,
  effective: { from: date('2015-01-01') },
  subject: 'code',
  occurredOn: 'month',
  packedBy: 'year',
  updateKey: ['month'],
  fields: firmFields([
    {
      id: 'month',
      type: 'month',
      zh: '费款所属期',
      required: true,
      aliases: ['缴费年月', '缴费月份', '月份', '所属期'],
    },
    {
      id: 'headcount',
      type: 'integer',
      zh: '缴费人数',
      required: true,
      max: 10_000_000,
      aliases: ['参保人数', '人数'],
    },
    {
      id: 'paid',
      type: 'choice',
      zh: '是否缴清',
      aliases: ['缴费状态', '是否足额缴纳', '到账标志'],
      choices: paidInFull,
    },
  ]),
};
