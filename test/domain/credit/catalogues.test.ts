import { expect, test } from 'vitest';
import { catalogueIds } from '#domain/credit/catalogue';
import { catalogueOf, catalogues } from '#domain/credit/catalogues';
import { plainHeader } from '#domain/credit/header';
import { prepareReader } from '#domain/credit/prepare-reader';

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

test.each(all)('$id: what rules name are its own fields', (catalogue) => {
  const ids = catalogue.fields.map(({ id }) => id);
  const named = [
    catalogue.subject,
    catalogue.occurredOn,
    ...catalogue.key,
    ...(catalogue.inOrder ?? []).flat(),
    ...(catalogue.sums ?? []).flatMap(({ total, parts }) => [total, ...parts]),
  ];
  expect(named.filter((field) => !ids.includes(field))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(catalogue.fields.find(({ id }) => id === catalogue.subject)).toMatchObject({
    type: 'code',
    required: true,
  });
});

/** DynamoDB's sort keys have 1,024 bytes; catalogue, subject and separators take up to 50 of them. */
test.each(all.filter(({ packedBy }) => !packedBy))(
  '$id: the longest key fits a store',
  ({ key, fields }) => {
    const bytes = key.map((id) => 3 * (fields.find((field) => field.id === id)?.maxLength ?? 10));
    expect(bytes.reduce((total, length) => total + length + 1, 0)).toBeLessThan(950);
  },
);

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
