import { measure } from '#lab/measure';
import { reportOf } from '#lab/report/report';
import { isUsualBad } from '#lab/target';
import { DONE } from '../command.ts';
import { readOptions } from '../read-options.ts';
import { say, writeJson, writeOut } from '../write-out.ts';
import { readCard, writeFile } from './read-card.ts';
import { readKnown, readTableFile } from './read-table.ts';
import { renderMeasured } from './render.ts';

export const MEASURE_USAGE = `xyd lab measure FILE --card CARD --target COLUMN

How well a card tells goods from bads among other rows, and how far they differ from those
that it was fitted to.

  --card CARD      the card, from \`xyd lab fit\`
  --target COLUMN  the outcome (the card's own)
  --bad VALUE      which value is bad, where the target is not 0/1, no/yes and so on
  --report FILE    a report with charts, HTML
  --json           one object: auc, aucLow, aucHigh (95 % by DeLong), ks, gini, psi, rows,
                   bads, brier, calibration, csi`;

export async function measureFile(args: readonly string[]): Promise<number> {
  const options = readOptions(
    args,
    {
      card: { type: 'string' },
      target: { type: 'string' },
      bad: { type: 'string' },
      report: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    1,
  );
  const card = readCard(options.card);
  const table = await readTableFile('measure', options.words[0]);
  const bad = options.bad ?? (isUsualBad(card.fit.bad) ? undefined : card.fit.bad);
  const known = readKnown(table, options.target ?? card.fit.target, bad);
  const { points: _, ...measured } = measure(card, known.table, known.outcomes);
  if (measured.absent.length > 0)
    say(`The file has no column ${measured.absent.join(', ')}: counted as missing.`);
  if (options.report !== undefined)
    writeFile(options.report, reportOf(card, known.table, known.outcomes));
  if (options.json) await writeJson(measured);
  else await writeOut(renderMeasured(measured));
  return DONE;
}
