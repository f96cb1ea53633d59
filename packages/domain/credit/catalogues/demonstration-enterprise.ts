import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { levels, withoutEnd } from '../spellings.ts';
import { until } from '../until.ts';

/** 信用管理示范企业 and 贯标 (domain.md A24), yearly, re-checked. */
export const demonstrationEnterprise: Catalogue = {
  id: 'demonstration-enterprise',
  version: 1,
  zh: '信用管理示范企业',
  about: 'The firm is a model of credit management or meets its standard.',
  category: 'honour',
  supplierKind: 'credit_office',
  cycle: 'yearly',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2020-01-01') },
  subject: 'code',
  occurredOn: 'recognised_on',
  updateKey: ['kind', 'level', 'recognised_on'],
  inOrder: [['recognised_on', 'valid_to']],
  endOf: until('valid_to', 'revoked_on'),
  fields: firmFields([
    {
      id: 'kind',
      type: 'choice',
      zh: '示范类型',
      required: true,
      aliases: ['认定类型', '类型', '企业类型'],
      choices: {
        demonstration: ['信用管理示范企业', '示范企业', '示范', '诚信示范企业'],
        standard: ['贯标企业', '信用管理贯标企业', '贯标', '信用管理贯标'],
        contract_keeping: ['守合同重信用企业', '守合同重信用', '守重企业'],
      },
    },
    {
      id: 'level',
      type: 'choice',
      zh: '示范级别',
      required: true,
      aliases: ['级别', '认定级别'],
      choices: levels,
    },
    {
      id: 'recognised_on',
      type: 'date',
      zh: '认定日期',
      required: true,
      aliases: ['发文日期', '公布日期', '授予日期'],
    },
    { id: 'rechecked_on', type: 'date', zh: '复核日期', aliases: ['复审日期'] },
    {
      id: 'valid_to',
      type: 'date',
      zh: '有效期至',
      aliases: ['有效期止', '有效期截止日期'],
      futureAllowed: true,
      absent: withoutEnd,
    },
    { id: 'revoked_on', type: 'date', zh: '撤销日期', aliases: ['取消日期'] },
    {
      id: 'authority',
      type: 'text',
      zh: '认定单位',
      maxLength: 100,
      aliases: ['认定机关', '授予单位'],
    },
  ]),
};
