import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { until } from '../until.ts';

/** 动产和权利担保 of the unified registry of 中国人民银行征信中心, daily, shared upon authorisation (domain.md C6). The secured party may be a person and is left out. */
export const movablesSecurity: Catalogue = {
  id: 'movables-security',
  version: 1,
  zh: '动产担保',
  about: 'Movables or claims of the firm secure a debt.',
  category: 'property',
  supplierKind: 'movables_registry',
  cycle: 'daily',
  sharing: 'authorised',
  retentionYears: 10,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'registered_on',
  updateKey: ['registration_number'],
  inOrder: [['registered_on', 'cancelled_on']],
  endOf: until('valid_to', 'cancelled_on'),
  fields: firmFields(
    [
      {
        id: 'registration_number',
        type: 'text',
        zh: '登记证明编号',
        required: true,
        maxLength: 100,
        aliases: ['登记编号', '初始登记证明编号', '动产抵押登记编号'],
      },
      {
        id: 'kind',
        type: 'choice',
        zh: '交易业务类型',
        required: true,
        aliases: ['担保类型', '登记种类', '业务类型'],
        choices: {
          chattel_mortgage: ['生产设备、原材料、半成品、产品抵押', '动产抵押', '抵押'],
          receivables_pledge: [
            '应收账款质押',
            '应收账款质押和转让',
            '应收账款质押（含收费权质押）',
          ],
          factoring: ['保理', '应收账款转让（保理）', '应收账款转让'],
          finance_lease: ['融资租赁'],
          title_retention: ['所有权保留'],
          deposit_pledge: ['存款单、仓单、提单质押', '存单质押', '仓单质押', '提单质押'],
          other: ['其他', '其他可以登记的动产和权利担保', '其他动产和权利担保'],
        },
      },
      {
        id: 'amount',
        type: 'money',
        zh: '主债权金额',
        aliases: ['被担保债权数额', '主合同金额', '财产价值', '主债权金额（元）', '担保金额'],
        dispensable: true,
      },
      {
        id: 'collateral',
        type: 'text',
        zh: '担保财产描述',
        maxLength: 2000,
        aliases: ['抵押物概况', '担保财产', '抵押物描述'],
      },
      {
        id: 'secured_party',
        type: 'text',
        zh: '担保权人',
        aliases: ['担保权人名称', '抵押权人', '抵押权人名称', '质权人'],
        discard: true,
      },
      {
        id: 'registered_on',
        type: 'date',
        zh: '登记日期',
        required: true,
        aliases: ['登记时间', '初始登记日期'],
      },
      {
        id: 'valid_to',
        type: 'date',
        zh: '登记到期日',
        aliases: ['登记到期日期', '登记期限至'],
        futureAllowed: true,
      },
      { id: 'cancelled_on', type: 'date', zh: '注销日期', aliases: ['注销登记日期'] },
    ],
    {
      code: ['担保人统一社会信用代码', '抵押人统一社会信用代码', '出质人统一社会信用代码'],
      name: ['担保人', '担保人名称', '抵押人', '抵押人名称', '出质人'],
    },
  ),
};
