import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { until } from '../until.ts';

/** 不动产查封登记, daily, shared upon authorisation (domain.md C6). */
export const realEstateSeizure: Catalogue = {
  id: 'real-estate-seizure',
  version: 1,
  zh: '不动产查封',
  about: 'Real estate of the firm is under seizure.',
  category: 'property',
  supplierKind: 'land_registry',
  cycle: 'daily',
  sharing: 'authorised',
  retentionYears: 10,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'registered_on',
  updateKey: ['document_number', 'unit_number'],
  inOrder: [
    ['from', 'to'],
    ['registered_on', 'lifted_on'],
  ],
  endOf: until('to', 'lifted_on'),
  fields: firmFields(
    [
      {
        id: 'document_number',
        type: 'text',
        zh: '查封文号',
        required: true,
        maxLength: 100,
        aliases: ['查封文件号', '查封文书号'],
      },
      {
        id: 'unit_number',
        type: 'text',
        zh: '不动产单元号',
        maxLength: 64,
        aliases: ['不动产单元代码'],
      },
      {
        id: 'kind',
        type: 'choice',
        zh: '查封类型',
        aliases: ['限制类型'],
        dispensable: true,
        choices: {
          seizure: ['查封'],
          waiting: ['轮候查封'],
          provisional: ['预查封'],
          waiting_provisional: ['轮候预查封'],
        },
      },
      {
        id: 'authority',
        type: 'text',
        zh: '查封机关',
        required: true,
        maxLength: 100,
        aliases: ['嘱托机关', '查封法院'],
      },
      {
        id: 'from',
        type: 'date',
        zh: '查封起始日期',
        aliases: ['查封期限起', '查封起始时间'],
        futureAllowed: true,
      },
      {
        id: 'to',
        type: 'date',
        zh: '查封截止日期',
        aliases: ['查封期限止', '查封结束时间'],
        futureAllowed: true,
      },
      {
        id: 'registered_on',
        type: 'date',
        zh: '登记日期',
        required: true,
        aliases: ['登簿日期', '查封登记日期', '登记时间'],
      },
      { id: 'lifted_on', type: 'date', zh: '解封日期', aliases: ['解除查封日期', '解封登记日期'] },
    ],
    {
      code: ['权利人统一社会信用代码', '被查封人统一社会信用代码'],
      name: ['权利人', '权利人名称', '被查封人'],
    },
  ),
};
