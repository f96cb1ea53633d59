import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields, taxpayer } from '../firm-fields.ts';

/** 纳税信用等级, from the tax office, yearly (domain.md C6). A grade counts until another year's stands beside it. */
export const taxGrade: Catalogue = {
  id: 'tax-grade',
  version: 1,
  zh: '纳税信用等级',
  about: 'The tax office graded how the firm paid its taxes in a year.',
  category: 'tax',
  supplierKind: 'tax_office',
  cycle: 'yearly',
  sharing: 'authorised',
  retentionYears: 5,
  effective: { from: date('2015-01-01') },
  subject: 'code',
  occurredOn: 'published_on',
  updateKey: ['year'],
  fields: firmFields(
    [
      {
        id: 'year',
        type: 'integer',
        zh: '评价年度',
        required: true,
        min: 2000,
        max: 2100,
        aliases: ['年度', '评定年度'],
      },
      {
        id: 'grade',
        type: 'choice',
        zh: '纳税信用等级',
        required: true,
        aliases: ['信用等级', '信用级别', '纳税信用级别', '评价结果'],
        choices: { A: ['A级'], B: ['B级'], M: ['M级'], C: ['C级'], D: ['D级'] },
      },
      {
        id: 'published_on',
        type: 'date',
        zh: '公布日期',
        required: true,
        aliases: ['发布日期', '评价日期', '评定日期'],
      },
    ],
    taxpayer,
  ),
};
