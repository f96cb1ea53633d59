import type { Discrimination } from '#domain/scoring/monitoring/discrimination';
import { type Grouping, groupings } from '#domain/scoring/monitoring/groups';
import type {
  CardMonitoring,
  GroupTold,
  ScoreMonitoring,
  Stability,
} from '#domain/scoring/monitoring/score-monitoring';
import type { Language } from '#platform/sentences';
import { alignTable } from '../demo/width.ts';

const words = {
  zh: {
    week: '周',
    firms: '企业',
    unscored: '未评分',
    few: '样本不足',
    drifted: '漂移指标',
    none: '无',
    loans: '已报送贷款',
    open: '观察期未满',
    head: ['组别', '企业数', '平均分', 'B 级及以上', '影响比', '违约率', '提示'],
    readings: { stable: '稳定', watch: '关注', act: '须处置' },
    flags: { adverse: '不利影响', small: '样本小', none: '', suppressed: '不足 10 户，不公布' },
    groupings: { district: '按区县', industry: '按行业门类', size: '按规模', age: '按成立年限' },
  },
  en: {
    week: 'week',
    firms: 'firms',
    unscored: 'without a score',
    few: 'too few',
    drifted: 'drifted',
    none: 'none',
    loans: 'loans reported',
    open: 'observed too short',
    head: ['group', 'firms', 'mean points', 'B or better', 'impact ratio', 'default rate', 'note'],
    readings: { stable: 'stable', watch: 'watch', act: 'act' },
    flags: { adverse: 'adverse', small: 'small', none: '', suppressed: 'fewer than 10: not told' },
    groupings: { district: 'by district', industry: 'by industry', size: 'by size', age: 'by age' },
  },
} as const satisfies Readonly<Record<Language, object>>;
type Words = (typeof words)[Language];

/** A week as text: each card, then each table of fairness. */
export function renderMonitoring(figures: ScoreMonitoring, language: Language): string {
  const said = words[language];
  const { week, asOf, firms, unscored, outcomes } = figures;
  return [
    `${said.week} ${week} (${asOf}) · ${said.firms} ${firms} · ${said.unscored} ${unscored}`,
    `${said.loans} ${outcomes.reported} · ${said.open} ${outcomes.open}`,
    ...figures.cards.flatMap((card) => ['', ...cardLines(card, said)]),
    ...groupings.flatMap((by) => ['', ...fairnessLines(by, figures.fairness[by], said)]),
  ].join('\n');
}

const cardLines = (
  { card, firms, grades, stability, discrimination }: CardMonitoring,
  said: Words,
): readonly string[] => [
  `${card.id}.${card.version} · ${said.firms} ${firms} · ${grades
    .map((one) => `${one.grade} ${one.firms}`)
    .join(' · ')}`,
  ...stabilityLines(stability, said),
  `  AUC, KS  ${discriminationText(discrimination, said)}`,
];

function stabilityLines(stability: Stability, said: Words): readonly string[] {
  if (stability.status === 'too_few') return [`  PSI      ${said.few} (${stability.sample})`];
  const { psi, reading, sampleOn, indicators, drifted } = stability;
  const moved = indicators
    .filter(({ indicator }) => drifted.includes(indicator))
    .map(({ indicator, csi }) => `${indicator} ${csi.toFixed(3)}`);
  return [
    `  PSI      ${psi.toFixed(3)} ${said.readings[reading]} (${sampleOn})`,
    `  ${said.drifted}: ${moved.join(', ') || said.none}`,
  ];
}

const discriminationText = (told: Discrimination, said: Words): string =>
  told.status === 'too_few'
    ? `${said.few} (${told.goods}:${told.bads})`
    : `${told.auc.toFixed(3)} [${told.aucLow.toFixed(3)}, ${told.aucHigh.toFixed(3)}], ${told.ks.toFixed(3)} (${told.goods}:${told.bads})`;

const fairnessLines = (
  by: Grouping,
  groups: readonly GroupTold[],
  said: Words,
): readonly string[] => [
  said.groupings[by],
  ...alignTable([said.head, ...groups.map((group) => cellsOf(group, said))]),
];

function cellsOf(told: GroupTold, said: Words): readonly string[] {
  const flag = said.flags[told.flag];
  if (told.flag === 'suppressed') return [told.group, '–', '–', '–', '–', '–', flag];
  const { group, firms, meanPoints, selectionRate, impactRatio, badRate } = told;
  return [
    group,
    String(firms),
    meanPoints.toFixed(1),
    percent(selectionRate),
    impactRatio?.toFixed(2) ?? '–',
    badRate === undefined ? '–' : percent(badRate),
    flag,
  ];
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
