import type { Field } from './catalogue.ts';
import { contacts, rowNumber } from './firm-fields.ts';

/**
 * What both 双公示 tables say of the subject and of the delivery (发改办财金〔2018〕424号, domain.md C2): the codes of
 * 2019 with prefix, the older table's, and those of deployed systems without prefix, which alone are known of
 * the sibling acts. Only what tells a firm apart is kept: names and papers of persons are recognised so that
 * they can be left out.
 */
export function publicityFields(prefix?: 'XK' | 'CF'): readonly Field[] {
  const codes = codesOf(prefix);
  return [
    {
      id: 'code',
      type: 'code',
      zh: '统一社会信用代码',
      required: true,
      aliases: [
        ...codes('XDR_SHXYM'),
        '行政相对人代码_1',
        '行政相对人代码_1（统一社会信用代码）',
        '行政相对人统一社会信用代码',
        '社会信用代码',
        '企业统一社会信用代码',
      ],
    },
    {
      id: 'subject_name',
      type: 'text',
      zh: '行政相对人名称',
      maxLength: 200,
      aliases: [...codes('XDR_MC', 'XDR'), '企业名称', '单位名称'],
    },
    {
      id: 'subject_type',
      type: 'text',
      zh: '行政相对人类别',
      maxLength: 50,
      aliases: [...codes('XDR_LB', 'XDR_TYPE'), '行政相对人类型'],
    },
    ...otherNumbers(codes),
    ...persons(codes),
    { id: 'remark', type: 'text', zh: '备注', maxLength: 4000, aliases: codes('BZ') },
    { id: 'use_scope', type: 'text', zh: '使用范围', aliases: [...codes('SYFW'), '信息使用范围'] },
    { id: 'division_code', type: 'text', zh: '地方编码', maxLength: 20, aliases: codes('DFBM') },
    {
      id: 'updated_at',
      type: 'text',
      zh: '数据更新时间戳',
      aliases: [...codes('SJC'), '数据更新时间', '更新时间戳'],
      discard: true,
    },
    ...contacts,
    rowNumber,
  ];
}

/** Which office the row comes from: as in both 双公示 tables, and as the sibling acts have it. */
export function sourceFields(prefix?: 'XK' | 'CF'): readonly Field[] {
  const codes = codesOf(prefix);
  return [
    {
      id: 'source',
      type: 'text',
      zh: '数据来源单位',
      maxLength: 200,
      aliases: [...codes('LYDW', 'SJLY'), '数据来源'],
    },
    {
      id: 'source_code',
      type: 'text',
      zh: '数据来源单位统一社会信用代码',
      maxLength: 50,
      aliases: codes('LYDWDM', 'SJLYDM'),
    },
  ];
}

type Codes = (...tails: readonly string[]) => readonly string[];

const codesOf =
  (prefix?: 'XK' | 'CF'): Codes =>
  (...tails) =>
    tails.flatMap((tail) => (prefix === undefined ? [tail] : [`${prefix}_${tail}`, tail]));

const otherNumbers = (codes: Codes): readonly Field[] => [
  {
    id: 'registration_number',
    type: 'text',
    zh: '工商注册号',
    maxLength: 100,
    aliases: [
      ...codes('XDR_GSZC', 'XDR_GSDJ'),
      '工商登记码',
      '行政相对人代码_3',
      '行政相对人代码_3（工商登记码）',
      '行政相对人代码_2（工商注册号）',
    ],
  },
  {
    id: 'organisation_code',
    type: 'text',
    zh: '组织机构代码',
    maxLength: 100,
    aliases: [
      ...codes('XDR_ZZJG', 'XDR_ZDM'),
      '行政相对人代码_2',
      '行政相对人代码_2（组织机构代码）',
      '行政相对人代码_3（组织机构代码）',
    ],
  },
  {
    id: 'tax_registration_number',
    type: 'text',
    zh: '税务登记号',
    maxLength: 100,
    aliases: [...codes('XDR_SWDJ'), '行政相对人代码_4', '行政相对人代码_4（税务登记号）'],
  },
  {
    id: 'institution_certificate',
    type: 'text',
    zh: '事业单位证书号',
    maxLength: 100,
    aliases: [...codes('XDR_SYDW'), '行政相对人代码_5（事业单位证书号）'],
  },
  {
    id: 'social_organisation_certificate',
    type: 'text',
    zh: '社会组织登记证号',
    maxLength: 100,
    aliases: [...codes('XDR_SHZZ'), '行政相对人代码_6', '行政相对人代码_6（社会组织登记证号）'],
  },
];

/** Personal data: a platform for firms keeps none of it (个人信息保护法, domain.md C9). */
const persons = (codes: Codes): readonly Field[] => [
  {
    id: 'legal_representative',
    type: 'text',
    zh: '法定代表人',
    aliases: [...codes('FRDB', 'FR'), '法定代表人姓名', '法定代表人（负责人）', '法人代表'],
    discard: true,
  },
  {
    id: 'legal_representative_id_type',
    type: 'text',
    zh: '法定代表人证件类型',
    aliases: codes('FR_ZJLX'),
    discard: true,
  },
  {
    id: 'legal_representative_id',
    type: 'text',
    zh: '法定代表人身份证号',
    aliases: [...codes('FR_SFZH', 'FR_ZJHM'), '法定代表人证件号码'],
    discard: true,
  },
  {
    id: 'person_id_type',
    type: 'text',
    zh: '自然人证件类型',
    aliases: [...codes('XDR_ZJLX'), '证件类型'],
    discard: true,
  },
  {
    id: 'person_id',
    type: 'text',
    zh: '证件号码',
    aliases: [
      ...codes('XDR_ZJHM', 'XDR_SFZ', 'SFZ'),
      '居民身份证号',
      '自然人证件号码',
      '行政相对人代码_5',
      '行政相对人代码_5（居民身份证号）',
    ],
    discard: true,
  },
];
