import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { withoutEnd } from '../spellings.ts';
import { until } from '../until.ts';

/** 海关企业信用等级 (AEO), monthly, shared upon authorisation (domain.md C6, A25). */
export const customsGrade: Catalogue = {
  id: 'customs-grade',
  version: 1,
  zh: '海关信用等级',
  about: 'Customs graded the firm.',
  category: 'trade',
  supplierKind: 'customs',
  cycle: 'monthly',
  sharing: 'authorised',
  retentionYears: 5,
  effective: { from: date('2024-03-28') },
  subject: 'code',
  occurredOn: 'graded_on',
  updateKey: ['graded_on'],
  inOrder: [['graded_on', 'valid_to']],
  endOf: until('valid_to'),
  fields: firmFields([
    {
      id: 'grade',
      type: 'choice',
      zh: '海关信用等级',
      required: true,
      aliases: ['信用等级', '企业信用等级', '认证等级'],
      choices: {
        advanced: ['高级认证企业', '高级认证', 'AEO高级认证', 'AEO'],
        certified: ['一般认证企业', '一般认证'],
        ordinary: ['注册登记和备案企业', '一般信用企业', '一般信用', '其他注册登记和备案企业'],
        dishonest: ['失信企业', '失信'],
      },
    },
    {
      id: 'graded_on',
      type: 'date',
      zh: '认定日期',
      required: true,
      aliases: ['评定日期', '生效日期', '信用等级认定时间'],
    },
    {
      id: 'valid_to',
      type: 'date',
      zh: '有效期至',
      aliases: ['有效期截止日期', '证书有效期'],
      futureAllowed: true,
      absent: withoutEnd,
    },
    {
      id: 'customs_number',
      type: 'text',
      zh: '海关注册编码',
      maxLength: 20,
      aliases: ['海关编码', '海关备案编码', '海关注册登记编码'],
    },
    {
      id: 'authority',
      type: 'text',
      zh: '认定海关',
      maxLength: 100,
      aliases: ['注册海关', '主管海关', '所在地海关'],
    },
  ]),
};
