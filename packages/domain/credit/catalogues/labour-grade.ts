import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';

/** 企业劳动保障守法诚信等级, yearly (domain.md C6). */
export const labourGrade: Catalogue = {
  id: 'labour-grade',
  version: 1,
  zh: '劳动保障守法诚信等级',
  about: 'The labour authority graded how the firm treats its workers.',
  category: 'sector_grade',
  supplierKind: 'social_security_office',
  cycle: 'yearly',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'published_on',
  updateKey: ['year'],
  fields: firmFields([
    {
      id: 'year',
      type: 'integer',
      zh: '评价年度',
      required: true,
      aliases: ['年度', '评定年度'],
      min: 2000,
      max: 2100,
    },
    {
      id: 'grade',
      type: 'choice',
      zh: '守法诚信等级',
      required: true,
      aliases: ['劳动保障守法诚信等级', '信用等级', '评价等级', '评价结果'],
      choices: { A: ['A级'], B: ['B级'], C: ['C级'] },
    },
    {
      id: 'published_on',
      type: 'date',
      zh: '评价日期',
      required: true,
      aliases: ['公布日期', '评定日期', '发布日期'],
    },
    {
      id: 'authority',
      type: 'text',
      zh: '评价单位',
      maxLength: 100,
      aliases: ['评价机关', '认定单位'],
    },
  ]),
};
