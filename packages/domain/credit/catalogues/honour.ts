import type { Catalogue } from '../catalogue.ts';
import { until } from '../until.ts';

/** 荣誉表彰 and 示范企业, yearly (domain.md C6). */
export const honour: Catalogue = {
  id: 'honour',
  version: 1,
  zh: '荣誉表彰',
  about: 'An authority distinguished the firm.',
  subject: 'code',
  occurredOn: 'granted_on',
  key: ['title', 'granted_on'],
  inOrder: [['granted_on', 'valid_to']],
  endOf: until('valid_to'),
  fields: [
    { id: 'code', type: 'code', zh: '统一社会信用代码', required: true },
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
      choices: {
        national: ['国家级', '国家', '部级'],
        province: ['省级', '省', '省部级'],
        city: ['市级', '市', '地市级', '设区市级'],
        district: ['区级', '县级', '区县级', '县（区）级', '区', '县'],
      },
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
  ],
};
