import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { until } from '../until.ts';

/** 不动产抵押登记, daily, shared upon authorisation (domain.md C6). The mortgagee may be a person and is left out. */
export const realEstateMortgage: Catalogue = {
  id: 'real-estate-mortgage',
  version: 1,
  zh: '不动产抵押',
  about: 'Real estate of the firm is mortgaged.',
  category: 'property',
  supplierKind: 'land_registry',
  cycle: 'daily',
  sharing: 'authorised',
  retentionYears: 10,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'registered_on',
  updateKey: ['registration_number', 'unit_number'],
  inOrder: [
    ['from', 'to'],
    ['registered_on', 'cancelled_on'],
  ],
  endOf: until('cancelled_on'),
  fields: firmFields(
    [
      {
        id: 'registration_number',
        type: 'text',
        zh: '不动产登记证明号',
        required: true,
        maxLength: 100,
        aliases: ['抵押登记证明号', '抵押证明号', '他项权证号'],
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
        zh: '抵押方式',
        aliases: ['抵押类型'],
        dispensable: true,
        choices: {
          ordinary: ['一般抵押', '一般抵押权'],
          maximum: ['最高额抵押', '最高额抵押权'],
          under_construction: ['在建建筑物抵押', '在建工程抵押'],
        },
      },
      {
        id: 'amount',
        type: 'money',
        zh: '被担保债权数额',
        aliases: [
          '被担保主债权数额',
          '债权数额',
          '最高债权数额',
          '被担保债权数额（万元）',
          '抵押金额',
        ],
        unit: 'wan_yuan',
      },
      {
        id: 'from',
        type: 'date',
        zh: '债务履行起始日期',
        aliases: ['债务履行期限起', '债权确定期间起'],
        futureAllowed: true,
      },
      {
        id: 'to',
        type: 'date',
        zh: '债务履行截止日期',
        aliases: ['债务履行期限止', '债权确定期间止'],
        futureAllowed: true,
      },
      {
        id: 'rank',
        type: 'integer',
        zh: '抵押顺位',
        aliases: ['顺位'],
        min: 1,
        max: 99,
        dispensable: true,
      },
      { id: 'mortgagee', type: 'text', zh: '抵押权人', aliases: ['抵押权人名称'], discard: true },
      {
        id: 'registered_on',
        type: 'date',
        zh: '登记日期',
        required: true,
        aliases: ['登簿日期', '抵押登记日期', '登记时间'],
      },
      {
        id: 'cancelled_on',
        type: 'date',
        zh: '注销日期',
        aliases: ['抵押注销日期', '注销登记日期'],
      },
    ],
    { code: ['抵押人统一社会信用代码'], name: ['抵押人', '抵押人名称'] },
  ),
};
