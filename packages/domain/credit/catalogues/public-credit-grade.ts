import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';

/** 公共信用综合评价, pushed to departments (domain.md C7, A21). */
export const publicCreditGrade: Catalogue = {
  id: 'public-credit-grade',
  version: 1,
  zh: '公共信用综合评价',
  about: 'The national or the local centre graded the public credit of the firm.',
  category: 'sector_grade',
  supplierKind: 'credit_office',
  cycle: 'monthly',
  sharing: 'authorised',
  retentionYears: 5,
  effective: { from: date('2020-01-01') },
  subject: 'code',
  occurredOn: 'published_on',
  updateKey: ['scheme', 'published_on'],
  fields: firmFields([
    {
      id: 'scheme',
      type: 'text',
      zh: '评价体系',
      maxLength: 100,
      aliases: ['评价标准', '评价来源'],
    },
    {
      id: 'grade',
      type: 'choice',
      zh: '公共信用综合评价等级',
      required: true,
      aliases: ['评价等级', '综合评价等级', '评价结果', '信用等级'],
      choices: {
        A: ['优', '优秀', 'A级', '优级'],
        B: ['良', '良好', 'B级', '良级'],
        C: ['中', '中等', 'C级', '中级'],
        D: ['差', '较差', 'D级', '差级'],
        E: ['E级'],
      },
    },
    {
      id: 'score',
      type: 'integer',
      zh: '评价得分',
      aliases: ['得分', '综合评价得分', '信用分'],
      dispensable: true,
    },
    {
      id: 'published_on',
      type: 'date',
      zh: '评价日期',
      required: true,
      aliases: ['更新日期', '评价时间', '发布日期'],
    },
  ]),
};
