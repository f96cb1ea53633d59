import type { OpenCard } from '#domain/scoring/open-card';
import type { FittedCard } from '#lab/card';
import { type BinShift, type Drift, driftBetween } from '#lab/drift';
import { scoreTable } from '#lab/points';
import { type Ranking, rankingOf } from '#lab/ranking';
import { isUsualBad } from '#lab/target';
import { DONE } from '../command.ts';
import { alignTable } from '../demo/width.ts';
import { Misuse } from '../misuse.ts';
import { readOptions } from '../read-options.ts';
import { say, writeJson, writeOut } from '../write-out.ts';
import { readAnyCard } from './read-card.ts';
import { readKnown, readTableFile } from './read-table.ts';

export const DRIFT_USAGE = `xyd lab drift BASE OTHER --card CARD

How far the rows of one file have moved from those of another in the eyes of a card: PSI of
the points in tenths of BASE, CSI of each characteristic in the card's own bins. Below 0.1
stable, to 0.25 watch, above act. A share of nobody counts as 0.0001.

  --card CARD      any card: fitted, imported, written by hand
  --target COLUMN  the outcome, if AUC and KS are to be told of both files; --bad as for fit
  --json           one object: rows, psi, reading, bands, characteristics (csi, reading,
                   pointsShift, bins), absent; with --target ranking`;

export async function drift(args: readonly string[]): Promise<number> {
  const {
    words,
    target,
    bad,
    json,
    card: path,
  } = readOptions(
    args,
    {
      card: { type: 'string' },
      target: { type: 'string' },
      bad: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    2,
  );
  if (words.length < 2) throw new Misuse('xyd lab drift needs two files, CSV or ARFF');
  const card = readAnyCard(path);
  const base = await readTableFile('drift', words[0]);
  const other = await readTableFile('drift', words[1]);
  const found = driftBetween(card, base, other);
  for (const [at, absent] of [found.absent.base, found.absent.other].entries())
    if (absent.length > 0)
      say(`${words[at]} has no column ${absent.join(', ')}: counted as missing.`);
  const rank = (table: typeof base): Ranking => {
    const known = readKnown(table, target, bad ?? badOf(card));
    return rankingOf(scoreTable(card, known.table).points, known.outcomes);
  };
  const ranking = target === undefined ? undefined : { base: rank(base), other: rank(other) };
  if (json) await writeJson({ ...found, ...(ranking && { ranking }) });
  else await writeOut(render(found, ranking, words));
  return DONE;
}

/** What the card was fitted to, unless the values say it by themselves. */
const badOf = (card: OpenCard | FittedCard): string | undefined =>
  'fit' in card && !isUsualBad(card.fit.bad) ? card.fit.bad : undefined;

const figure = (value: number): string => value.toFixed(4);

function render(
  { rows, psi, reading, bands, characteristics }: Drift,
  ranking: { readonly base: Ranking; readonly other: Ranking } | undefined,
  [base = '', other = '']: readonly string[],
): string {
  return [
    `${base}: ${rows.base} rows · ${other}: ${rows.other} rows`,
    ...(ranking ? [ranked(base, ranking.base), ranked(other, ranking.other)] : []),
    '',
    `PSI ${figure(psi)} ${reading}  points`,
    ...binLines(bands),
    ...characteristics.flatMap((one) => [
      '',
      `CSI ${figure(one.csi)} ${one.reading}  ${one.column}, ${one.pointsShift < 0 ? '−' : '+'}${Math.abs(one.pointsShift).toFixed(1)} points on average`,
      ...binLines(one.bins),
    ]),
  ].join('\n');
}

const ranked = (file: string, { rows, bads, auc, aucLow, aucHigh, ks }: Ranking): string =>
  `${file}: AUC ${figure(auc)} (${figure(aucLow)}–${figure(aucHigh)})  KS ${figure(ks)}  ${bads} bads of ${rows}`;

const binLines = (bins: readonly BinShift[]): readonly string[] =>
  alignTable([
    ['', 'base', 'other', 'adds'],
    ...bins.map(({ bin, base, other, part }) => [
      `  ${bin.slice(0, 40)}`,
      percent(base),
      percent(other),
      figure(part),
    ]),
  ]);

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
