import { measure } from '#lab/measure';
import { reportOf } from '#lab/report/report';
import { isUsualBad } from '#lab/target';
import { DONE } from '../command.ts';
import { Misuse } from '../misuse.ts';
import { readOptions } from '../read-options.ts';
import { say, writeJson, writeOut } from '../write-out.ts';
import { readCard, writeFile } from './read-card.ts';
import { readKnown, readTableFile } from './read-table.ts';
import { renderMeasured } from './render.ts';

export const MEASURE_USAGE = `xyd lab measure FILE --card CARD --target COLUMN
xyd lab report  FILE --card CARD --target COLUMN --out FILE.html

How well a card tells goods from bads among other rows, and how far they differ from those
that it was fitted to.

  --card CARD      the card, from \`xyd lab fit\`
  --target COLUMN  the outcome (the card's own)
  --bad VALUE      which value is bad, where the target is not 0/1, no/yes and so on
  --report FILE    a report with charts, HTML
  --json           one object: auc, aucLow, aucHigh (95 % by DeLong), ks, gini, psi, rows,
                   bads, brier, calibration, csi`;

const OPTIONS = {
  card: { type: 'string' },
  target: { type: 'string' },
  bad: { type: 'string' },
  report: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

export async function measureFile(args: readonly string[]): Promise<number> {
  const options = readOptions(args, OPTIONS, 1);
  const { card, known } = await readMeasured('measure', options);
  const { points: _, ...measured } = measure(card, known.table, known.outcomes);
  if (measured.absent.length > 0)
    say(`The file has no column ${measured.absent.join(', ')}: counted as missing.`);
  if (options.report !== undefined)
    writeFile(options.report, reportOf(card, known.table, known.outcomes));
  if (options.json) await writeJson(measured);
  else await writeOut(renderMeasured(measured));
  return DONE;
}

export async function reportFile(args: readonly string[]): Promise<number> {
  const { card: cardOption, target, bad } = OPTIONS;
  const options = readOptions(args, { card: cardOption, target, bad, out: { type: 'string' } }, 1);
  if (options.out === undefined) throw new Misuse('Say with --out where the report goes');
  const { card, known } = await readMeasured('report', options);
  writeFile(options.out, reportOf(card, known.table, known.outcomes));
  say(`${options.out}: ${known.outcomes.length} rows.`);
  return DONE;
}

type Asked = {
  readonly words: readonly string[];
  readonly card?: string | undefined;
  readonly target?: string | undefined;
  readonly bad?: string | undefined;
};

/** Where no value is said to be bad it is the card's own, unless the values say it by themselves. */
async function readMeasured(verb: string, asked: Asked) {
  const card = readCard(asked.card);
  const table = await readTableFile(verb, asked.words[0]);
  const bad = asked.bad ?? (isUsualBad(card.fit.bad) ? undefined : card.fit.bad);
  return { card, known: readKnown(table, asked.target ?? card.fit.target, bad) };
}
