import type { Field } from './catalogue.ts';

/** Further headers under which a kind of supplier names the firm. */
export type FirmHeaders = { readonly code?: readonly string[]; readonly name?: readonly string[] };

/** Whom to call: personal data too. */
export const contacts: readonly Field[] = [
  { id: 'contact', type: 'text', zh: '联系人', aliases: ['联系人姓名'], discard: true },
  {
    id: 'phone',
    type: 'text',
    zh: '联系电话',
    aliases: ['联系方式', '联系人电话', '手机号码', '手机号', '移动电话', '电话'],
    discard: true,
  },
];

/** What office clerks put in front of every table. */
export const rowNumber: Field = {
  id: 'row_number',
  type: 'text',
  zh: '序号',
  aliases: ['行号'],
  discard: true,
};

/**
 * The fields of one row about one firm: its code, then the catalogue's own, then what the columns of nearly
 * every department's file hold besides. Its name is recognised and left out, because the register tells it.
 */
export const firmFields = (own: readonly Field[], as: FirmHeaders = {}): readonly Field[] => [
  {
    id: 'code',
    type: 'code',
    zh: '统一社会信用代码',
    required: true,
    aliases: ['社会信用代码', '企业统一社会信用代码', '单位统一社会信用代码', ...(as.code ?? [])],
  },
  {
    id: 'subject_name',
    type: 'text',
    zh: '企业名称',
    aliases: [
      '单位名称',
      '主体名称',
      '市场主体名称',
      '经营主体名称',
      '公司名称',
      ...(as.name ?? []),
    ],
    discard: true,
  },
  ...own,
  ...personFields,
  { id: 'remark', type: 'text', zh: '备注', maxLength: 2000, aliases: ['BZ', '备注说明'] },
  rowNumber,
  {
    id: 'updated_at',
    type: 'text',
    zh: '数据更新时间',
    aliases: ['数据更新时间戳', '更新时间', '更新时间戳', 'SJC'],
    discard: true,
  },
];

/** Personal data that rides along: recognised, and never kept (个人信息保护法, domain.md C9). */
export const personFields: readonly Field[] = [
  {
    id: 'legal_representative',
    type: 'text',
    zh: '法定代表人',
    aliases: ['法定代表人姓名', '法定代表人（负责人）', '法定代表人或负责人姓名', '法人代表'],
    discard: true,
  },
  {
    id: 'person_in_charge',
    type: 'text',
    zh: '负责人',
    aliases: ['负责人姓名', '技术负责人'],
    discard: true,
  },
  {
    id: 'person_id_type',
    type: 'text',
    zh: '证件类型',
    aliases: ['法定代表人证件类型', '身份证件种类', '身份证件类型'],
    discard: true,
  },
  {
    id: 'person_id',
    type: 'text',
    zh: '证件号码',
    aliases: [
      ...['法定代表人证件号码', '法定代表人身份证号', '法定代表人身份证号码'],
      ...['身份证件号码', '身份证号', '身份证号码', '居民身份证号', '公民身份号码'],
    ],
    discard: true,
  },
  ...contacts,
];

/** How tax offices head their files. */
export const taxpayer: FirmHeaders = {
  code: ['纳税人识别号', '纳税人统一社会信用代码', '社会信用代码（纳税人识别号）'],
  name: ['纳税人名称'],
};

/** Amounts that may fall below zero: losses, refunds, what takes an earlier amount back. */
export const BELOW_ZERO = Number.MIN_SAFE_INTEGER;
