import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { paidInFull } from '../spellings.ts';

/** 住房公积金缴存, monthly, shared upon authorisation (domain.md C6). */
export const housingFund: Catalogue = {
  id: 'housing-fund',
  version: 1,
  zh: '住房公积金缴存',
  about: 'For how many people the firm owed to the housing fund in a month, and whether it paid.',
  category: 'social_security',
  supplierKind: 'housing_fund',
  cycle: 'monthly',
  sharing: 'authorised',
  retentionYears: 5,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'month',
  updateKey: ['month'],
  packedBy: 'year',
  fields: firmFields([
    {
      id: 'month',
      type: 'month',
      zh: '缴存年月',
      required: true,
      aliases: ['汇缴年月', '缴存月份', '所属月份', '月份'],
    },
    {
      id: 'headcount',
      type: 'integer',
      zh: '缴存人数',
      required: true,
      aliases: ['汇缴人数', '人数'],
      max: 10_000_000,
    },
    {
      id: 'base',
      type: 'money',
      zh: '缴存基数',
      aliases: ['缴存基数（元）', '月缴存基数', '缴存基数总额'],
    },
    {
      id: 'amount',
      type: 'money',
      zh: '缴存金额',
      aliases: ['月缴存额', '汇缴金额', '缴存额', '缴存金额（元）'],
    },
    {
      id: 'paid',
      type: 'choice',
      zh: '是否缴清',
      aliases: ['缴存状态', '缴交状态'],
      choices: paidInFull,
    },
    { id: 'arrears_months', type: 'integer', zh: '欠缴月数', aliases: ['累计欠缴月数'], max: 600 },
    {
      id: 'account',
      type: 'text',
      zh: '单位公积金账号',
      maxLength: 64,
      aliases: ['单位账号', '单位公积金号'],
      discard: true,
    },
  ]),
};
