import { type BinTable, binTables } from '#lab/bin-table';
import { gridRulesOf } from '#lab/fit-card';
import { screen } from '#lab/screen';
import { DONE } from '../command.ts';
import { Misuse } from '../misuse.ts';
import { readOptions } from '../read-options.ts';
import { writeJson, writeOut } from '../write-out.ts';
import { readKnown, readTableFile } from './read-table.ts';
import { checkColumns, readAmount } from './terms.ts';

export const BINS_USAGE = `xyd lab bins FILE --target COLUMN

The bins of every column: goods, bads, weight of evidence, information value. Ranges are
the division with the highest information value among those whose share of bads rises,
falls or turns once, with at least 3 % of the rows in each and neighbours that differ by
2.576 standard errors; missing and special values are bins of their own.

  --target, --bad, --keep, --drop, --special, --json  as for fit`;

export async function bins(args: readonly string[]): Promise<number> {
  const options = readOptions(
    args,
    {
      target: { type: 'string' },
      bad: { type: 'string' },
      keep: { type: 'string', multiple: true, default: [] },
      drop: { type: 'string', multiple: true, default: [] },
      special: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
    1,
  );
  const { target, bad, keep, drop } = options;
  const table = await readTableFile('bins', options.words[0]);
  if (target === undefined) throw new Misuse('Say with --target which column holds the outcome');
  checkColumns('--keep', table.columns, keep);
  checkColumns('--drop', table.columns, drop);
  const known = readKnown(table, target, bad);
  const specials = options.special.map((text) => readAmount('--special', text));
  const rules = gridRulesOf(known.outcomes.length, specials);
  const { candidates, setAside } = screen(known.table, target, known.outcomes, rules, {
    keep,
    drop,
  });
  const tables = binTables(candidates, known.outcomes, rules);
  if (options.json) await writeJson({ columns: tables, setAside });
  else await writeOut(tables.map(render).join('\n\n'));
  return DONE;
}

const render = ({ column, iv, reading, bins: rows }: BinTable): string =>
  [
    `${column}: IV ${iv.toFixed(4)} (${reading})`,
    ...rows.map(
      ({ bin, goods, bads, badRate, woe, iv: part }) =>
        `  ${bin.slice(0, 40).padEnd(42)}${String(goods).padStart(7)} goods ${String(bads).padStart(6)} bads  ${(badRate * 100).toFixed(1).padStart(5)} %  WOE ${woe.toFixed(4).padStart(8)}  IV ${part.toFixed(4)}`,
    ),
  ].join('\n');
