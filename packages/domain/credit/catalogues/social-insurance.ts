import type { Catalogue } from '../catalogue.ts';

/** 社会保险缴费, monthly, shared upon authorisation (domain.md C6). */
export const socialInsurance: Catalogue = {
  id: 'social-insurance',
  version: 1,
  zh: '社会保险缴费',
  about: 'For how many people the firm owed social insurance in a month, and whether it paid.',
  subject: 'code',
  occurredOn: 'month',
  packedBy: 'year',
  key: ['month'],
  fields: [
    {
      id: 'code',
      type: 'code',
      zh: '统一社会信用代码',
      required: true,
      aliases: ['单位统一社会信用代码'],
    },
    {
      id: 'month',
      type: 'month',
      zh: '费款所属期',
      required: true,
      aliases: ['缴费年月', '缴费月份', '月份', '所属期'],
    },
    {
      id: 'headcount',
      type: 'integer',
      zh: '缴费人数',
      required: true,
      max: 10_000_000,
      aliases: ['参保人数', '人数'],
    },
    {
      id: 'paid',
      type: 'choice',
      zh: '是否缴清',
      aliases: ['缴费状态', '是否足额缴纳', '到账标志'],
      choices: {
        yes: ['是', '已缴', '已缴清', '足额', '足额缴纳', '已到账', '1', 'Y'],
        no: ['否', '未缴', '未缴清', '欠缴', '欠费', '未到账', '0', 'N'],
      },
    },
  ],
};
