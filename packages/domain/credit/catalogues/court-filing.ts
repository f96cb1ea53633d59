import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { until } from '../until.ts';

/** 立案信息, from the courts, daily (domain.md C6). The other parties may be persons and are left out. */
export const courtFiling: Catalogue = {
  id: 'court-filing',
  version: 1,
  zh: '法院立案',
  about: 'A court opened a case in which the firm is a party.',
  category: 'judicial',
  supplierKind: 'court',
  cycle: 'daily',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'filed_on',
  updateKey: ['case_number'],
  inOrder: [['filed_on', 'closed_on']],
  endOf: until('closed_on'),
  fields: firmFields([
    {
      id: 'case_number',
      type: 'text',
      zh: '案号',
      required: true,
      maxLength: 100,
      aliases: ['立案案号'],
    },
    {
      id: 'court',
      type: 'text',
      zh: '立案法院',
      required: true,
      maxLength: 100,
      aliases: ['法院', '法院名称', '审理法院', '受理法院'],
    },
    {
      id: 'role',
      type: 'choice',
      zh: '诉讼地位',
      required: true,
      aliases: ['当事人地位', '诉讼身份', '当事人类型'],
      choices: {
        plaintiff: ['原告', '上诉人', '申请人', '起诉人', '原告（上诉人）'],
        defendant: ['被告', '被上诉人', '被申请人', '被告（被上诉人）'],
        third_party: ['第三人', '无独立请求权第三人', '有独立请求权第三人'],
      },
    },
    { id: 'cause', type: 'text', zh: '案由', maxLength: 200, aliases: ['立案案由'] },
    { id: 'filed_on', type: 'date', zh: '立案日期', required: true, aliases: ['立案时间'] },
    {
      id: 'amount',
      type: 'money',
      zh: '诉讼标的金额',
      aliases: ['标的金额', '标的额', '诉讼标的', '标的金额（元）'],
      dispensable: true,
    },
    { id: 'closed_on', type: 'date', zh: '结案日期', aliases: ['结案时间'] },
    {
      id: 'other_parties',
      type: 'text',
      zh: '其他当事人',
      aliases: ['对方当事人', '当事人'],
      discard: true,
    },
    { id: 'judge', type: 'text', zh: '承办法官', aliases: ['承办人', '主审法官'], discard: true },
  ]),
};
