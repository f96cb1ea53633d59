import type { Discrimination } from '#domain/scoring/monitoring/discrimination';
import { type Grouping, groupings } from '#domain/scoring/monitoring/groups';
import type {
  CardMonitoring,
  GroupTold,
  ScoreMonitoring,
  Stability,
} from '#domain/scoring/monitoring/score-monitoring';
import { adviceOn, groupWord, readingWord } from '#platform/monitoring-words';
import type { Language } from '#platform/sentences';
import { alignTable } from '../demo/width.ts';
import { monitoringTexts } from './monitoring-texts.ts';

/** The name of an indicator of a card; its id where nobody knows the card. */
export type IndicatorName = (card: CardMonitoring['card'], indicator: string) => string;

/**
 * The latest week as text: each card, then each table of fairness; the weeks before it in a line for each card.
 * Newest first; of no week nothing is told.
 */
export function renderMonitoring(
  weeks: readonly ScoreMonitoring[],
  { language, nameOf }: { readonly language: Language; readonly nameOf: IndicatorName },
): string {
  const [latest] = weeks;
  if (!latest) return '';
  const said = monitoringTexts[language];
  return [
    said.week(latest),
    said.loans(latest.outcomes),
    ...latest.cards.flatMap((card) => ['', ...cardLines(latest, card, { language, nameOf })]),
    ...(weeks.length > 1 ? ['', ...trendLines(weeks, language)] : []),
    '',
    said.fairness,
    ...groupings.flatMap((by) => ['', ...fairnessLines(by, latest.fairness[by], language)]),
  ].join('\n');
}

type Said = { readonly language: Language; readonly nameOf: IndicatorName };

function cardLines(
  { asOf }: ScoreMonitoring,
  { card, firms, grades, stability, discrimination }: CardMonitoring,
  { language, nameOf }: Said,
): readonly string[] {
  const said = monitoringTexts[language];
  return [
    said.card(`${card.id}.${card.version}`, firms),
    ...(grades.length > 0
      ? [`  ${grades.map((one) => `${one.grade} ${count(one.firms)}`).join(' · ')}`]
      : []),
    ...(firms > 0
      ? stabilityLines(stability, asOf, language, (indicator) => nameOf(card, indicator))
      : []),
    `  ${said.ranking(discrimination)}`,
  ];
}

function stabilityLines(
  stability: Stability,
  asOf: ScoreMonitoring['asOf'],
  language: Language,
  nameOf: (indicator: string) => string,
): readonly string[] {
  const said = monitoringTexts[language];
  if (stability.status === 'too_few') return [`  ${said.fewFirms(stability.sample)}`];
  if (stability.status === 'rescoring') return [`  ${said.rescoring(stability)}`];
  const { psi, reading, sampleOn, sample, indicators, drifted } = stability;
  if (sampleOn === asOf) return [`  ${said.sampled(sample)}`];
  const moved = indicators.filter(({ indicator }) => drifted.includes(indicator));
  return [
    `  PSI ${figure(psi)} ${readingWord(reading, language)}${said.against(sampleOn, sample)}`,
    `  ${adviceOn(reading, language)}`,
    `  ${said.drifted(moved.length, indicators.length)}`,
    ...alignTable(
      moved.map(({ indicator, csi, reading: of }) => [
        `    CSI ${figure(csi)}`,
        readingWord(of, language),
        nameOf(indicator),
      ]),
      [0, 1, 2],
    ),
  ];
}

function trendLines(weeks: readonly ScoreMonitoring[], language: Language): readonly string[] {
  const { trend, trendHead } = monitoringTexts[language];
  const rows = weeks.flatMap(({ week, cards }) =>
    cards.map(({ card, firms, stability, discrimination }) => [
      week,
      `${card.id}.${card.version}`,
      count(firms),
      ...(stability.status === 'measured'
        ? [figure(stability.psi), readingWord(stability.reading, language)]
        : ['–', '–']),
      ...rankingCells(discrimination),
    ]),
  );
  return [trend, ...alignTable([trendHead, ...rows], [0, 1, 4])];
}

const rankingCells = (told: Discrimination): readonly string[] =>
  told.status === 'measured' ? [figure(told.auc), figure(told.ks)] : ['–', '–'];

function fairnessLines(
  by: Grouping,
  groups: readonly GroupTold[],
  language: Language,
): readonly string[] {
  const { groupingHeads, head } = monitoringTexts[language];
  const rows = groups.map((group) => cellsOf(by, group, language));
  return alignTable([[groupingHeads[by], ...head], ...rows], [0, 7]);
}

function cellsOf(by: Grouping, told: GroupTold, language: Language): readonly string[] {
  const flag = monitoringTexts[language].flags[told.flag];
  const group = groupWord(by, told.group, language);
  if (told.flag === 'suppressed') return [group, '–', '–', '–', '–', '–', '–', flag];
  const { firms, meanPoints, selectionRate, impactRatio, known, badRate } = told;
  return [
    group,
    count(firms),
    meanPoints.toFixed(1),
    percent(selectionRate),
    impactRatio?.toFixed(2) ?? '–',
    known === undefined ? '–' : count(known),
    badRate === undefined ? '–' : percent(badRate),
    flag,
  ];
}

const count = (many: number): string => many.toLocaleString('en');
const figure = (value: number): string => value.toFixed(3);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
