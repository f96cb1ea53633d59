import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { withoutEnd } from '../spellings.ts';
import { until } from '../until.ts';

/** 行业信用评价 of at least twenty sectors: construction, tourism, medical insurance and others (domain.md A21, A32). */
export const sectorGrade: Catalogue = {
  id: 'sector-grade',
  version: 1,
  zh: '行业信用评价',
  about: 'A department graded the firms of its sector.',
  category: 'sector_grade',
  supplierKind: 'department',
  cycle: 'yearly',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2020-01-01') },
  subject: 'code',
  occurredOn: 'published_on',
  updateKey: ['sector', 'scheme', 'published_on'],
  inOrder: [['published_on', 'valid_to']],
  endOf: until('valid_to'),
  fields: firmFields([
    {
      id: 'sector',
      type: 'text',
      zh: '评价领域',
      required: true,
      maxLength: 100,
      aliases: ['行业', '行业领域', '评价行业', '所属行业领域'],
    },
    {
      id: 'scheme',
      type: 'text',
      zh: '评价办法',
      maxLength: 100,
      aliases: ['评价标准', '评价名称'],
    },
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
      type: 'text',
      zh: '评价等级',
      required: true,
      maxLength: 50,
      aliases: ['信用等级', '评价结果', '等级'],
    },
    { id: 'score', type: 'integer', zh: '评价得分', aliases: ['得分', '评分'], dispensable: true },
    {
      id: 'published_on',
      type: 'date',
      zh: '评价日期',
      required: true,
      aliases: ['公布日期', '发布日期', '评定日期'],
    },
    {
      id: 'valid_to',
      type: 'date',
      zh: '有效期至',
      aliases: ['有效期截止日期'],
      futureAllowed: true,
      absent: withoutEnd,
    },
    {
      id: 'authority',
      type: 'text',
      zh: '评价单位',
      maxLength: 100,
      aliases: ['评价机关', '评价部门'],
    },
  ]),
};
