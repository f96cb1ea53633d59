import type { FittedCard } from '#lab/card';
import { recipes } from '#lab/choose';
import { type FitTerms, fitCard } from '#lab/fit-card';
import { measure } from '#lab/measure';
import { reportOf } from '#lab/report/report';
import { DONE } from '../command.ts';
import { Stopped } from '../demo/stopped.ts';
import { Misuse } from '../misuse.ts';
import { readOptions } from '../read-options.ts';
import { say, writeJson, writeOut } from '../write-out.ts';
import { writeCard, writeFile } from './read-card.ts';
import { readKnown, readTableFile } from './read-table.ts';
import { renderFit } from './render.ts';
import { splitOf } from './split.ts';
import { checkColumns, readAmount, readCount, readDirections, readPositive } from './terms.ts';

export const FIT_USAGE = `xyd lab fit FILE --target COLUMN --out CARD

A card from rows whose outcome is known: CSV or ARFF, as it is or gzipped. Which fit, how
many steps and which characteristics is decided by cross-validation; columns that only the
outcome could have filled in, identifiers and repetitions are set aside, and said so.

  --target COLUMN     the outcome: 0/1, no/yes, false/true, good/bad
  --bad VALUE         which value is bad, where the target has others
  --out CARD          where the card is written, JSON
  --report FILE       a report with charts, HTML
  --split SHARE       hold back a share of the rows and measure on them (0: none)
  --split-by COL=VAL  hold back the rows that have this value; the column is not used
  --keep COLUMN       use a column that a rule sets aside; may be repeated
  --drop COLUMN       do not use a column; may be repeated
  --monotone COL:DIR  rising = points rise with the value, or falling; may be repeated
  --special NUMBER    a number that is no amount, such as -999: a bin of its own; may be repeated
  --method M          regression or boosting (whichever the folds prefer)
  --most N            at most so many characteristics
  --folds N           folds of the cross-validation (5)
  --seed N            decides folds, split and samples (1)
  --pdo N             points that double the odds (100)
  --base N, --odds N  points at which there are so many goods to one bad (1000 at 20, or
                      more, so that no total lies below 0)
  --id ID             the card's id (fitted)
  --json              the figures for machines`;

const OPTIONS = {
  target: { type: 'string' },
  bad: { type: 'string' },
  out: { type: 'string' },
  report: { type: 'string' },
  split: { type: 'string', default: '0' },
  'split-by': { type: 'string' },
  keep: { type: 'string', multiple: true, default: [] as string[] },
  drop: { type: 'string', multiple: true, default: [] as string[] },
  monotone: { type: 'string', multiple: true, default: [] as string[] },
  special: { type: 'string', multiple: true, default: [] as string[] },
  method: { type: 'string' },
  most: { type: 'string' },
  folds: { type: 'string', default: '5' },
  seed: { type: 'string', default: '1' },
  pdo: { type: 'string' },
  base: { type: 'string' },
  odds: { type: 'string' },
  id: { type: 'string', default: 'fitted' },
  json: { type: 'boolean', default: false },
} as const;

export async function fit(args: readonly string[]): Promise<number> {
  const options = readOptions(args, OPTIONS, 1);
  if (options.out === undefined) throw new Misuse('Say with --out where the card goes');
  const table = await readTableFile('fit', options.words[0]);
  const seed = readCount('--seed', options.seed, 0, 2 ** 31);
  const { train, held, column } = splitOf(table, {
    share: options.split,
    by: options['split-by'],
    seed,
    target: options.target,
    bad: options.bad,
  });
  const terms = termsOf(options, table.columns, seed, column);
  const known = readKnown(train, terms.target, options.bad);
  const found = fitCard(known, terms, (text) => say(text));
  if (!found.ok)
    throw new Stopped(`No card: expected ${found.expected}, got ${found.actual} [${found.code}]`);
  const tested = held && readKnown(held, terms.target, terms.bad);
  const measured = tested && measure(found.card, tested.table, tested.outcomes);
  const card = measured ? withHeldBack(found.card, measured) : found.card;
  writeCard(options.out, card);
  if (options.report !== undefined) {
    const shown = tested ?? known;
    writeFile(options.report, reportOf(card, shown.table, shown.outcomes));
  }
  if (options.json) await writeJson({ card: options.out, ...card.fit });
  else await writeOut(renderFit(card, options.out));
  return DONE;
}

function withHeldBack(card: FittedCard, measured: ReturnType<typeof measure>): FittedCard {
  const { rows, bads, auc, aucLow, aucHigh, ks, gini, brier } = measured;
  return {
    ...card,
    fit: { ...card.fit, heldBack: { rows, bads, auc, aucLow, aucHigh, ks, gini, brier } },
  };
}

type Options = ReturnType<typeof readOptions<typeof OPTIONS>>;

function termsOf(
  options: Options,
  columns: readonly string[],
  seed: number,
  splitBy: string | undefined,
): FitTerms {
  const { target, bad, pdo, base, odds, most, id } = options;
  if (target === undefined) throw new Misuse('Say with --target which column holds the outcome');
  checkColumns('--target', columns, [target]);
  checkColumns('--keep', columns, options.keep);
  checkColumns('--drop', columns, options.drop);
  const declared = readDirections(options.monotone);
  checkColumns('--monotone', columns, Object.keys(declared));
  const method = recipes.find((recipe) => recipe.method === options.method)?.method;
  if (options.method !== undefined && method === undefined)
    throw new Misuse(`--method is regression or boosting, not ${options.method}`);
  return {
    target,
    ...(bad !== undefined && { bad }),
    seed,
    folds: readCount('--folds', options.folds, 2, 20),
    keep: options.keep,
    drop: [...options.drop, ...(splitBy === undefined ? [] : [splitBy])],
    declared,
    specials: options.special.map((text) => readAmount('--special', text)),
    scaling: {
      ...(pdo !== undefined && { pdo: readPositive('--pdo', pdo) }),
      ...(base !== undefined && { base: readAmount('--base', base) }),
      ...(odds !== undefined && { odds: readPositive('--odds', odds) }),
    },
    ...(method !== undefined && { method }),
    ...(most !== undefined && { most: readCount('--most', most, 1, 500) }),
    names: { id, zh: `${target}拟合评分卡`, en: `Card fitted to ${target}` },
  };
}
