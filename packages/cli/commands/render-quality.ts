import { type QualityDefinition, qualityFigures } from '#domain/quality/definition';
import type { Figures, QualityRow, QualityTable } from '#domain/quality/quality-table';
import {
  definitionLine,
  figureWord,
  type Names,
  percent,
  rowName,
  weakSentence,
} from '#platform/quality-words';
import type { Language } from '#platform/sentences';
import { alignTable } from '../demo/width.ts';

const words = {
  zh: { rank: '名次', delivered: '提供', total: '合计', missed: '* 低于目标', weak: '薄弱环节' },
  en: {
    rank: 'Rank',
    delivered: 'delivered',
    total: 'in all',
    missed: '* below target',
    weak: 'Weak points',
  },
} as const;

const nothing = { zh: '本期没有提供任何记录。', en: 'Nothing was delivered in the period.' };

/** The definition in a line, the table by rank, then where each row loses most. */
export function renderQuality(
  table: QualityTable,
  {
    definition,
    names,
    language,
  }: {
    readonly definition: QualityDefinition;
    readonly names: Names;
    readonly language: Language;
  },
): string {
  const head = [
    definitionLine(definition, language),
    `${table.period} (${table.from} – ${table.to})`,
  ];
  if (table.rows.length === 0) return [...head, '', nothing[language]].join('\n');
  const said = words[language];
  const lines = alignTable([
    [
      said.rank,
      said.delivered,
      ...qualityFigures.map((figure) => `${figureWord(figure, language)} `),
    ],
    ...table.rows.map((row) => [
      `${String(row.rank ?? '–').padStart(4)}  ${rowName(row, names, language)}`,
      ...cells(row),
    ]),
    [`      ${said.total}`, ...cells(table.total)],
  ]);
  const missed = [table.total, ...table.rows].some((row) => row.missed.length > 0);
  return [
    ...head,
    '',
    ...lines,
    ...(missed ? [said.missed, '', said.weak] : []),
    ...table.rows.filter(isWeak).map((row) => `  ${weakSentence(row, names, language)}`),
  ].join('\n');
}

const isWeak = (row: QualityRow): row is QualityRow & Required<Pick<Figures, 'weakest'>> =>
  row.weakest !== undefined;

const cells = ({ counts, rates, missed }: Figures): readonly string[] => [
  counts.delivered.toLocaleString('en'),
  ...qualityFigures.map((figure) => {
    const rate = rates[figure];
    if (rate === undefined) return '– ';
    return `${percent(rate)}${missed.some((gap) => gap.figure === figure) ? '*' : ' '}`;
  }),
];
