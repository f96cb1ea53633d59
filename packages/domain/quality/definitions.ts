import type { Verdict } from '../credit/batch.ts';
import type { CatalogueId } from '../credit/catalogue.ts';
import { basisPoints, WHOLE } from '../rate.ts';
import { date } from '../time.ts';
import type { QualityDefinition } from './definition.ts';

/** 双公示: licences and penalties. */
const doublePublicity: readonly CatalogueId[] = [
  'administrative-licence',
  'administrative-penalty',
];

/** 有效入库: what the row says is in the store under a firm that is known. */
const stored: readonly Verdict[] = ['accepted', 'warned', 'corrected', 'duplicate'];

/** 合规: nothing in the row was at fault; that its firm is not known yet is no fault of the row. */
const compliant: readonly Verdict[] = ['accepted', 'corrected', 'duplicate', 'unlinked'];

/** In order of their first days. A text that says something new is a new row. */
export const qualityDefinitions: readonly QualityDefinition[] = [
  {
    id: 'suzhou-2020',
    version: 1,
    zh: '苏州市 2020 年“双公示”归集质量',
    en: 'Suzhou 2020, licences and penalties',
    from: date('2020-01-01'),
    // No later city text known sets other figures before the goal of 2025.
    to: date('2024-12-31'),
    scope: { catalogues: doublePublicity },
    // (五) says 5 个工作日, the task table 5天内(报送日期—决定日期): the body rules, the table says how to subtract.
    timely: { days: 5, kind: 'working' },
    stored,
    compliant,
    targets: { timely: basisPoints(9500), stored: basisPoints(9800), reported: WHOLE },
    source:
      '苏府办〔2020〕151号 二（五）及任务分解表：100%报送，有效入库率≥98%，5个工作日报送，时效≥95%',
  },
  {
    id: 'administrative-acts-2020',
    version: 1,
    zh: '行政行为信息 7 个工作日公开（2020）',
    en: 'Administrative acts within 7 working days, 2020',
    from: date('2020-09-03'),
    scope: { category: 'administrative_act' },
    timely: { days: 7, kind: 'working' },
    stored,
    compliant,
    // 应公开、尽公开: every one of them.
    targets: { timely: WHOLE },
    source: '苏府办〔2020〕232号（十五）：十种行政行为信息7个工作日内上网公开',
  },
  {
    id: 'gusu-2023',
    version: 1,
    zh: '姑苏区 2023 年“双公示”归集质量',
    en: 'Gusu 2023, licences and penalties',
    from: date('2023-01-01'),
    to: date('2023-12-31'),
    district: '320508',
    scope: { catalogues: doublePublicity },
    // 作出行政决定7天内, not 工作日: 天 counts every day, as 民法典 §200 reckons by 公历.
    timely: { days: 7, kind: 'calendar' },
    stored,
    compliant,
    targets: { timely: basisPoints(9500), stored: WHOLE },
    source: '2023年姑苏区社会信用体系建设工作要点 分解表7：时效率≥95%（7天内），入库率100%',
  },
  {
    id: 'all-catalogues-2023',
    version: 1,
    zh: '全部归集目录（2023）',
    en: 'All catalogues, 2023',
    from: date('2023-01-01'),
    // No text sets days for catalogues of every kind, so timeliness is not measured here.
    stored,
    compliant,
    targets: { reported: WHOLE },
    source: '2023年姑苏区社会信用体系建设工作要点 四16：信用信息应归尽归',
  },
  {
    id: 'suzhou-2025',
    version: 1,
    zh: '苏州市“十四五”2025 年“双公示”目标',
    en: 'Suzhou goal of 2025, licences and penalties',
    from: date('2025-01-01'),
    scope: { catalogues: doublePublicity },
    // The plan names no days; 发改办财金〔2018〕424号 has 7 working days (domain.md C2).
    timely: { days: 7, kind: 'working' },
    stored,
    compliant,
    targets: { timely: WHOLE, compliant: WHOLE, reported: WHOLE },
    source: '苏州市“十四五”社会信用体系建设规划 表1第6项：上报率、合规率和及时率100%',
  },
];
