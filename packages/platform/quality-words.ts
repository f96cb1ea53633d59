import { suzhouDistricts } from '#adapters/reference/suzhou';
import type { CatalogueId } from '#domain/credit/catalogue';
import { catalogueOf } from '#domain/credit/catalogues';
import {
  type QualityDefinition,
  type QualityFigure,
  qualityFigures,
} from '#domain/quality/definition';
import { type RowKey, type WeakPoint, WHOLE_CITY } from '#domain/quality/quality-table';
import { UNKNOWN } from '#domain/quality/tally';
import { WHOLE } from '#domain/rate';
import type { Language } from './sentences.ts';

type Words = Readonly<Record<Language, string>>;

const figures = {
  timely: { zh: '及时率', en: 'timely' },
  stored: { zh: '入库率', en: 'stored' },
  compliant: { zh: '合规率', en: 'compliant' },
  reported: { zh: '上报率', en: 'reported' },
} as const satisfies Record<QualityFigure, Words>;

const reasons = {
  accepted: { zh: '入库', en: 'accepted' },
  warned: { zh: '带警告入库', en: 'accepted with a warning' },
  corrected: { zh: '更新', en: 'corrected' },
  duplicate: { zh: '重复', en: 'duplicate' },
  unlinked: { zh: '主体未知', en: 'of a firm that nobody knows' },
  refused: { zh: '被退回', en: 'refused' },
  late_1_7: { zh: '逾期 1–7 天', en: 'late by up to a week' },
  late_8_30: { zh: '逾期 8–30 天', en: 'late by up to a month' },
  late_31_: { zh: '逾期 30 天以上', en: 'late by more than a month' },
  no_day: { zh: '决定日期无法识别', en: 'without a day that can be read' },
  missed_cycle: { zh: '应报未报', en: 'due and not delivered' },
} as const satisfies Record<WeakPoint['why'], Words>;

const places: Readonly<Record<string, Words>> = {
  [UNKNOWN]: { zh: '区域未知', en: 'district unknown' },
  [WHOLE_CITY]: { zh: '全市单位', en: 'suppliers of the whole city' },
};

export const figureWord = (figure: QualityFigure, language: Language): string =>
  figures[figure][language];

/** 7143 → `71.43 %`. */
export const percent = (basisPoints: number): string => `${hundredths(basisPoints)} %`;

const hundredths = (basisPoints: number): string =>
  `${(basisPoints - (basisPoints % 100)) / 100}.${String(basisPoints % 100).padStart(2, '0')}`;

export type Names = ReadonlyMap<string, string>;

/** Whose row it is: as the register calls a supplier, as its catalogue is called, the district. */
export function rowName(
  { supplier, catalogue, district }: RowKey,
  names: Names,
  language: Language,
): string {
  const parts = [
    supplier && (names.get(supplier) ?? supplier),
    catalogue && catalogueWord(catalogue, language),
    district && districtWord(district, language),
  ];
  return parts.filter(Boolean).join(' · ');
}

const catalogueWord = (id: CatalogueId, language: Language): string =>
  language === 'zh' ? (catalogueOf(id)?.zh ?? id) : id;

export function districtWord(code: string, language: Language): string {
  const place = places[code]?.[language];
  if (place !== undefined) return place;
  const known = suzhouDistricts.find((district) => district.code === code);
  return known ? `${code} ${known[language]}` : code;
}

/** The definition in one line: days, targets, clause. */
export function definitionLine(definition: QualityDefinition, language: Language): string {
  const { id, version, timely, targets, source } = definition;
  const days = {
    working: { zh: '个工作日', en: ' working days' },
    calendar: { zh: '天', en: ' days' },
  };
  const limit = timely && `${timely.days}${days[timely.kind][language]}`;
  const terms = qualityFigures.flatMap((figure) => {
    const target = targets[figure];
    return target === undefined
      ? []
      : [`${figureWord(figure, language)} ${target === WHOLE ? '=' : '≥'} ${percent(target)}`];
  });
  return language === 'zh'
    ? `${definition.zh}（${id} v${version}）：${[...(limit ? [`${limit}内报送`] : []), ...terms].join('，')}。依据：${source}`
    : `${definition.en} (${id} v${version}): ${[...(limit ? [`delivered within ${limit}`] : []), ...terms].join(', ')}. Source: ${source}`;
}

/** Where a row loses most, as a sentence. */
export function weakSentence(
  row: RowKey & { readonly weakest: WeakPoint },
  names: Names,
  language: Language,
): string {
  const { figure, actual, gap, why, lost, supplier, catalogue } = row.weakest;
  const name = rowName(row, names, language);
  // The row says itself what it stands for; its weak point, what it does not.
  const whose = rowName(
    {
      ...(row.supplier === undefined && { supplier }),
      ...(row.catalogue === undefined && { catalogue }),
    },
    names,
    language,
  );
  const reason = reasons[why][language];
  return language === 'zh'
    ? `${name}：${figureWord(figure, 'zh')} ${percent(actual)}，低于目标 ${hundredths(gap)} 个百分点；失分最多：${whose ? `${whose}，` : ''}${reason}（${lost} ${figure === 'reported' ? '期' : '行'}）。`
    : `${name}: ${figureWord(figure, 'en')} ${percent(actual)}, ${hundredths(gap)} points below target; most is lost by ${whose ? `${whose}, ` : ''}${reason} (${lost} ${figure === 'reported' ? 'cycle' : 'row'}${lost === 1 ? '' : 's'}).`;
}
