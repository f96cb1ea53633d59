import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';

/** 企业环保信用评价 by colours, quarterly (domain.md C6, A32). */
export const environmentalGrade: Catalogue = {
  id: 'environmental-grade',
  version: 1,
  zh: '环保信用评价',
  about: 'The environmental authority graded the firm.',
  category: 'sector_grade',
  supplierKind: 'department',
  cycle: 'quarterly',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'published_on',
  updateKey: ['published_on'],
  fields: firmFields([
    {
      id: 'year',
      type: 'integer',
      zh: '评价年度',
      aliases: ['年度', '评定年度'],
      min: 2000,
      max: 2100,
    },
    {
      id: 'grade',
      type: 'choice',
      zh: '环保信用等级',
      required: true,
      aliases: ['评价等级', '信用等级', '评价结果', '环保信用评价等级'],
      choices: {
        green: ['绿色', '绿', '绿色等级', '环保诚信', '环保诚信企业', '诚信'],
        blue: ['蓝色', '蓝', '蓝色等级', '环保良好', '环保良好企业', '良好', '一般守信'],
        yellow: ['黄色', '黄', '黄色等级', '环保警示', '环保警示企业', '警示'],
        red: ['红色', '红', '红色等级', '环保不良', '环保不良企业', '不良'],
        black: ['黑色', '黑', '黑色等级', '严重失信'],
      },
    },
    { id: 'score', type: 'integer', zh: '评价得分', aliases: ['得分', '记分'], dispensable: true },
    {
      id: 'published_on',
      type: 'date',
      zh: '评价日期',
      required: true,
      aliases: ['公布日期', '发布日期', '评定日期'],
    },
    {
      id: 'authority',
      type: 'text',
      zh: '评价单位',
      maxLength: 100,
      aliases: ['评价机关', '生态环境部门', '发布单位'],
    },
  ]),
};
