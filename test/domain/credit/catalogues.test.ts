import { expect, test } from 'vitest';
import { catalogueCategories, catalogueIds, type Field, MAX_TEXT } from '#domain/credit/catalogue';
import { catalogueOf, catalogues } from '#domain/credit/catalogues';
import { plainHeader } from '#domain/credit/header';
import { listTypeOf } from '#domain/credit/lists/list-type';
import { prepareReader } from '#domain/credit/prepare-reader';
import { readChoice } from '#domain/credit/read-choice';
import { readRow } from '#domain/credit/read-row';
import { date, parseDate } from '#domain/time';

const all = Object.values(catalogues);

test('every catalogue stands under its own id, and no other id has one', () => {
  expect(all.map(({ id }) => id)).toEqual([...catalogueIds]);
  expect(catalogueOf('honour')).toBe(catalogues.honour);
  expect(catalogueOf('toString')).toBeUndefined();
});

test.each(all)('$id: no header means two fields', ({ fields }) => {
  const headers = fields.flatMap((field) =>
    [...new Set([field.id, field.zh, ...(field.aliases ?? [])].map(plainHeader))].map((header) => ({
      header,
      field: field.id,
    })),
  );
  const clashes = headers.filter(
    ({ header, field }) =>
      headers.find((other) => other.header === header && other.field !== field) !== undefined,
  );
  expect(clashes).toEqual([]);
});

test('there are at least 24 catalogues, and one of every category of domain.md C6', () => {
  expect(all.length).toBeGreaterThanOrEqual(24);
  const held = new Set(all.map(({ category }) => category));
  expect(catalogueCategories.filter((category) => !held.has(category))).toEqual([]);
});

test('the ten administrative acts are collected (domain.md A7)', () => {
  const acts = all.filter(({ category }) => category === 'administrative_act');
  expect(acts.map(({ zh }) => zh).sort()).toEqual(
    [
      ...['行政处罚', '行政许可', '行政强制', '行政确认', '行政征收'],
      ...['行政给付', '行政裁决', '行政补偿', '行政奖励', '行政监督检查'],
    ].sort(),
  );
});

/** DynamoDB's sort keys have 1,024 bytes; catalogue, subject and separators take up to 50 of them. */
const MAX_ID = 30;
const MAX_KEY = 950;

test.each(all)('$id: the id is kebab-case and short', ({ id }) => {
  expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  expect(id.length).toBeLessThanOrEqual(MAX_ID);
});

test.each(all)('$id: what rules name are its own fields, and they are kept', (catalogue) => {
  const { fields, list, inOrder = [], sums = [] } = catalogue;
  const ids = fields.map(({ id }) => id);
  const kept = fields.filter(({ discard }) => !discard).map(({ id }) => id);
  const named = [
    catalogue.subject,
    catalogue.occurredOn,
    ...catalogue.updateKey,
    ...(catalogue.dedupKey ?? []),
    ...inOrder.flat(),
    ...sums.flatMap(({ total, parts }) => [total, ...parts]),
    ...(list && 'field' in list ? [list.field] : []),
  ];
  expect(named.filter((field) => !kept.includes(field))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(all)(
  '$id: types are what the rules need',
  ({ fields, inOrder = [], sums = [], ...of }) => {
    const field = (id: string) => fields.find((one) => one.id === id);
    expect(field(of.subject)).toMatchObject({ type: 'code', required: true });
    expect(fields.filter(({ type }) => type === 'code')).toHaveLength(1);
    expect(['date', 'month']).toContain(field(of.occurredOn)?.type);
    for (const id of inOrder.flat()) expect(field(id), id).toMatchObject({ type: 'date' });
    for (const id of sums.flatMap(({ total, parts }) => [total, ...parts]))
      expect(field(id), id).toMatchObject({ type: 'money' });
  },
);

test.each(all)(
  '$id: a record starts on a day that came, not on one to come',
  ({ fields, ...of }) => {
    const field = fields.find(({ id }) => id === of.occurredOn);
    expect(field?.futureAllowed).toBeUndefined();
  },
);

test.each(all)('$id: a listing names a known list in every choice', ({ list, fields }) => {
  const field = list && 'field' in list ? list.field : undefined;
  const choices = fields.find(({ id }) => id === field)?.choices ?? {};
  expect(Object.keys(choices).filter((id) => listTypeOf(id) === undefined)).toEqual([]);
  if (list && 'type' in list) expect(listTypeOf(list.type)).toBeDefined();
  if (field !== undefined) expect(Object.keys(choices).length).toBeGreaterThan(0);
});

const choicesOf = ({ choices, legacy }: Field) =>
  [choices, legacy?.choices].filter((one) => one !== undefined);

test.each(all)('$id: a choice has spellings, and none of them stands twice', ({ fields }) => {
  for (const field of fields.filter(({ type }) => type === 'choice')) {
    expect(choicesOf(field).length, field.id).toBeGreaterThan(0);
    for (const choices of choicesOf(field)) {
      for (const spelling of Object.values(choices)) expect(spelling).not.toEqual([]);
      const all = Object.entries(choices).flatMap(([value, spellings]) => [
        ...new Set([value, ...spellings].map(plainSpelling)),
      ]);
      expect(all.filter((spelling, place) => all.indexOf(spelling) !== place)).toEqual([]);
    }
  }
});
const plainSpelling = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

test.each(all)('$id: every spelling of a choice is read as that choice', ({ fields }) => {
  for (const { choices, gravest = false } of fields)
    for (const [value, spellings] of Object.entries(choices ?? {}))
      for (const spelling of spellings)
        expect(readChoice(choices ?? {}, gravest)(spelling), spelling).toBe(value);
});

const MAX_LENGTH = 4000;
test.each(all)(`$id: no text is longer than ${MAX_LENGTH} characters`, ({ fields }) => {
  const long = fields.filter(({ maxLength = MAX_TEXT }) => maxLength > MAX_LENGTH);
  expect(long.map(({ id }) => id)).toEqual([]);
});

/** 个人信息保护法: a platform for firms keeps no names of persons, papers or telephone numbers. */
const PERSONAL =
  /姓名|身份证|证件号|证件类型|电话|手机|邮箱|联系人|法定代表人|负责人|签署人|人员$|法官|发明人|共有人|当事人(?!地位|类型)|项目经理/;
test.each(all)('$id: personal data is recognised and never kept', ({ fields }) => {
  const kept = fields.filter(
    ({ zh, aliases = [], discard }) =>
      !discard && [zh, ...aliases].some((header) => PERSONAL.test(header)),
  );
  expect(kept.map(({ id }) => id)).toEqual([]);
});

test.each(all)('$id: it is kept for some years, from a day on', ({ retentionYears, effective }) => {
  expect(Number.isInteger(retentionYears)).toBe(true);
  expect(retentionYears).toBeGreaterThanOrEqual(1);
  expect(retentionYears).toBeLessThanOrEqual(30);
  expect(parseDate(effective.from)).toBe(effective.from);
  if (effective.to !== undefined) expect(effective.to > effective.from).toBe(true);
});

/** A choice is written by its value, which is ASCII; a day, a month or a number takes ten bytes. */
const bytesOf = ({ type, maxLength = MAX_TEXT, choices = {} }: Field) => {
  if (type === 'text') return 3 * maxLength;
  return type === 'choice' ? Math.max(...Object.keys(choices).map(({ length }) => length)) : 16;
};

test.each(all.filter(({ packedBy }) => !packedBy))(
  '$id: the longest key fits a store',
  ({ updateKey, fields }) => {
    const bytes = updateKey.map((id) => fields.filter((field) => field.id === id).map(bytesOf));
    const total = bytes.flat().reduce((sum, length) => sum + length + 1, 0);
    expect(total).toBeLessThan(MAX_KEY);
  },
);

const SUBJECT = '91320508MA0000269X';
const cellOf = ({ type, min = 1, choices = {} }: Field): string =>
  ({
    code: SUBJECT,
    date: '2024年6月3日',
    month: '2024年6月',
    money: '1,000.00',
    integer: String(Math.max(min, 1)),
    text: '甲',
    choice: Object.values(choices)[0]?.[0] ?? '',
  })[type];

test.each(all)('$id: a row under the Chinese headers becomes a record in force', (catalogue) => {
  const columns = catalogue.fields.map(({ zh }) => zh);
  const prepared = prepareReader({ catalogue, columns });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusal));
  const cells = Object.fromEntries(catalogue.fields.map((field) => [field.zh, cellOf(field)]));
  const row = readRow({
    catalogue,
    reader: prepared.value,
    row: { line: 2, cells },
    today: date('2026-11-02'),
  });
  if (!row.ok) throw new Error(JSON.stringify(row.refusals));
  const month = catalogue.fields.find(({ id }) => id === catalogue.occurredOn)?.type === 'month';
  expect(row.subject).toBe(SUBJECT);
  expect(row.validity.from).toBe(month ? '2024-06-30' : '2024-06-03');
  const discarded = catalogue.fields.filter(({ discard }) => discard).map(({ id }) => id);
  expect(discarded.filter((id) => Object.hasOwn(row.content, id))).toEqual([]);
});

const genuine = [
  {
    catalogue: 'administrative-licence',
    generation: '2019 codes',
    header:
      'XK_XDR_MC,XK_XDR_TYPE,XK_XDR_SHXYM,XK_XDR_GSZC,XK_XDR_ZZJG,XK_XDR_SWDJ,XK_XDR_SYDW,XK_XDR_SHZZ,XK_FRDB,XK_FR_SFZH,XK_XDR_ZJLX,XK_XDR_ZJHM,XK_XKWS,XK_WSH,XK_XKLB,XK_XKZS,XK_XKBH,XK_NR,XK_JDRQ,XK_YXQZ,XK_YXQZI,XK_XKJG,XK_XKJGDM,XK_ZT,XK_LYDW,XK_LYDWDM,BZ',
  },
  {
    catalogue: 'administrative-licence',
    generation: '2019 names',
    header:
      '行政相对人名称*,行政相对人类别*,行政相对人代码_1(统一社会信用代码)*,行政相对人代码_2（工商注册号）,行政相对人代码_3（组织机构代码）,行政相对人代码_4（税务登记号）,行政相对人代码_5（事业单位证书号）,行政相对人代码_6（社会组织登记证号）,法定代表人*,法定代表人证件类型,法定代表人证件号码,证件类型,证件号码,行政许可决定文书名称*,行政许可决定文书号*,许可类别*,许可证书名称,许可编号,许可内容*,许可决定日期*,有效期自*,有效期至*,许可机关*,许可机关统一社会信用代码*,当前状态*,数据来源单位*,数据来源单位统一社会信用代码*,备注',
  },
  {
    catalogue: 'administrative-licence',
    generation: '2016 codes',
    header:
      'XK_WSH,XK_XMMC,XK_SPLB,XK_NR,XK_XDR,XK_XDR_SHXYM,XK_XDR_ZDM,XK_XDR_GSDJ,XK_XDR_SWDJ,XK_XDR_SFZ,XK_FR,XK_JDRQ,XK_JZQ,XK_XZJG,XK_ZT,DFBM,SJC,BZ',
  },
  {
    catalogue: 'administrative-licence',
    generation: '2016 names',
    header:
      '行政许可决定书文号,项目名称,审批类别,许可内容,行政相对人名称,行政相对人代码_1(统一社会信用代码),行政相对人代码_2(组织机构代码),行政相对人代码_3(工商登记码),行政相对人代码_4(税务登记号),行政相对人代码_5(居民身份证号),法定代表人姓名,许可决定日期,许可截止期,许可机关,当前状态,地方编码,数据更新时间戳,备注',
  },
  {
    catalogue: 'administrative-penalty',
    generation: '2019 codes',
    header:
      'CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_XDR_GSZC,CF_XDR_ZZJG,CF_XDR_SWDJ,CF_XDR_SYDW,CF_XDR_SHZZ,CF_FRDB,CF_FR_ZJLX,CF_FR_ZJHM,CF_XDR_ZJLX,CF_XDR_ZJHM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,CF_NR_WFFF,CF_NR_ZKDX,CF_JDRQ,CF_YXQ,CF_GSJZQ,CF_CFJG,CF_CFJGDM,CF_SJLY,CF_SJLYDM,BZ',
  },
  {
    catalogue: 'administrative-penalty',
    generation: '2019 names',
    header:
      '行政相对人名称*,行政相对人类别*,统一社会信用代码*,工商注册号,组织机构代码,税务登记号,事业单位证书号,社会组织登记证号,法定代表人*,法定代表人证件类型,法定代表人证件号码,自然人证件类型,证件号码,行政处罚决定书文号*,违法行为类型*,违法事实*,处罚依据*,处罚类别*,处罚内容*,罚款金额（万元）,没收违法所得、没收非法财物的金额（万元）,暂扣或吊销证照名称及编号,处罚决定日期*,处罚有效期,公示截止期,处罚机关*,处罚机关统一社会信用代码*,数据来源单位*,数据来源单位统一社会信用代码*,备注',
  },
  {
    catalogue: 'administrative-penalty',
    generation: '2016 codes',
    header:
      'CF_WSH,CF_CFMC,CF_CFLB1,CF_CFLB2,CF_SY,CF_YJ,CF_XDR_MC,CF_XDR_SHXYM,CF_XDR_ZDM,CF_XDR_GSDJ,CF_XDR_SWDJ,CF_XDR_SFZ,CF_FR,CF_JG,CF_JDRQ,CF_XZJG,CF_ZT,DFBM,SJC,BZ',
  },
  {
    catalogue: 'administrative-penalty',
    generation: '2016 codes as extended',
    header:
      'CF_WSH,CF_AJMC,CF_BM,CF_CFLB1,CF_CFLB2,CF_SY,CF_YJ,CF_XDR,CF_XDR_SHXYM,CF_XDR_ZDM,CF_XDR_GSDJ,CF_XDR_SWDJ,CF_XDR_SFZ,CF_FR,CF_JG,CF_SXQ,CF_JZQ,CF_XZJG,CF_ZT,DFBM,SJC,BZ,CF_SYFW,CF_SXYZCD,CF_GSJZQ',
  },
  {
    catalogue: 'administrative-penalty',
    generation: '2016 names',
    header:
      '行政处罚决定书文号,处罚名称,处罚类别1,处罚类别2,处罚事由,处罚依据,行政相对人名称,行政相对人代码_1(统一社会信用代码),行政相对人代码_2(组织机构代码),行政相对人代码_3(工商登记码),行政相对人代码_4(税务登记号),行政相对人代码_5(居民身份证号),法定代表人姓名,处罚结果,处罚决定日期,处罚机关,当前状态,地方编码,数据更新时间戳,备注',
  },
] as const;

test.each(genuine)(
  '$catalogue, $generation: a genuine header has no unknown column',
  ({ catalogue, header }) => {
    const columns = header.split(',');
    const prepared = prepareReader({ catalogue: catalogues[catalogue], columns });
    expect(prepared).toMatchObject({ ok: true });
    if (prepared.ok) expect(prepared.value.sources).toHaveLength(columns.length);
  },
);
