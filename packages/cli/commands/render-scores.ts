import { expertCard } from '#domain/scoring/expert-card';
import { alignTable, padLeft, padRight, widthOf } from '../demo/width.ts';
import { language } from '../language.ts';
import { reasonText } from './reason-text.ts';
import type { ScoredFirm } from './score.ts';

const BAR = 40;

/** The firms with their first reason, then how they lie over the grades. */
export function renderScores(firms: readonly ScoredFirm[]): string {
  if (firms.length === 0) return 'There are no firms in this store: `xyd ingest` brings them.';
  return [...table(firms), '', ...distribution(firms)].join('\n');
}

function table(firms: readonly ScoredFirm[]): string[] {
  const widest = Math.max(...firms.map(({ name }) => widthOf(name)));
  return firms.map(({ name, score }) => {
    const [first] = score.reasons;
    return [
      score.code,
      padRight(name, widest),
      padLeft(String(score.points), 4),
      score.grade,
      padLeft(`${Math.round(score.coverage / 100)} %`, 5),
      first ? `${reasonText(first.code, language())} (−${first.points})` : '',
    ]
      .join('  ')
      .trimEnd();
  });
}

function distribution(firms: readonly ScoredFirm[]): string[] {
  const counts = expertCard.bands.map(({ grade }) => ({
    grade,
    count: firms.filter(({ score }) => score.grade === grade).length,
  }));
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const lines = alignTable(counts.map(({ grade, count }) => [grade, count.toLocaleString('en')]));
  return [
    `${firms.length.toLocaleString('en')} firms by grade`,
    ...counts.map(({ count }, row) =>
      `  ${lines[row]}  ${'█'.repeat(Math.ceil((count / most) * BAR))}`.trimEnd(),
    ),
  ];
}
