import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { levels } from '../spellings.ts';
import { until } from '../until.ts';

/** 荣誉表彰 and 示范企业, yearly (domain.md C6). */
export const honour: Catalogue = {
  id: 'honour',
  version: 1,
  zh: '荣誉表彰',
  about: 'An authority distinguished the firm.',
  category: 'honour',
  supplierKind: 'credit_office',
  cycle: 'yearly',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2015-01-01') },
  subject: 'code',
  occurredOn: 'granted_on',
  updateKey: ['title', 'granted_on'],
  inOrder: [['granted_on', 'valid_to']],
  endOf: until('valid_to'),
  fields: firmFields([
    {
      id: 'title',
      type: 'text',
      zh: '荣誉名称',
      required: true,
      maxLength: 200,
      aliases: ['荣誉称号', '称号', '表彰名称'],
    },
    {
      id: 'level',
      type: 'choice',
      zh: '荣誉级别',
      required: true,
      aliases: ['级别', '授予级别'],
      choices: levels,
    },
    {
      id: 'granted_on',
      type: 'date',
      zh: '授予日期',
      required: true,
      aliases: ['认定日期', '表彰日期', '发文日期'],
    },
    {
      id: 'valid_to',
      type: 'date',
      zh: '有效期至',
      futureAllowed: true,
      aliases: ['有效期止', '有效期截止日期'],
      absent: ['长期', '长期有效'],
    },
    {
      id: 'authority',
      type: 'text',
      zh: '授予单位',
      maxLength: 100,
      aliases: ['授予机关', '认定单位', '表彰单位'],
    },
  ]),
};
