import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { withoutEnd } from '../spellings.ts';
import { until } from '../until.ts';

/** 注册商标, monthly (domain.md C6). */
export const trademark: Catalogue = {
  id: 'trademark',
  version: 1,
  zh: '商标',
  about: 'The firm owns a registered trade mark.',
  category: 'intellectual_property',
  supplierKind: 'ip_office',
  cycle: 'monthly',
  sharing: 'public',
  retentionYears: 10,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'registered_on',
  updateKey: ['registration_number', 'class'],
  inOrder: [['registered_on', 'valid_to']],
  endOf: until('valid_to', 'cancelled_on'),
  fields: firmFields(
    [
      {
        id: 'registration_number',
        type: 'text',
        zh: '商标注册号',
        required: true,
        maxLength: 50,
        aliases: ['注册号', '申请/注册号'],
      },
      { id: 'title', type: 'text', zh: '商标名称', maxLength: 200, aliases: ['商标'] },
      {
        id: 'class',
        type: 'integer',
        zh: '国际分类',
        aliases: ['商标类别', '类别', '尼斯分类'],
        min: 1,
        max: 45,
      },
      { id: 'applied_on', type: 'date', zh: '申请日期', aliases: ['申请日'] },
      {
        id: 'registered_on',
        type: 'date',
        zh: '注册日期',
        required: true,
        aliases: ['注册公告日期', '核准注册日期'],
      },
      {
        id: 'valid_to',
        type: 'date',
        zh: '专用权期限至',
        aliases: ['有效期至', '专用权截止日期', '专用期限至'],
        futureAllowed: true,
        absent: withoutEnd,
      },
      { id: 'cancelled_on', type: 'date', zh: '注销日期', aliases: ['撤销日期', '无效日期'] },
    ],
    {
      code: ['注册人统一社会信用代码', '商标注册人统一社会信用代码'],
      name: ['注册人', '注册人名称', '商标注册人', '申请人'],
    },
  ),
};
