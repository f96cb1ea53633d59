import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { findTable, readTable } from '../read-table.ts';
import { runXyd } from '../run-xyd.ts';
import { expectFaults, told } from './expect-faults.ts';

const MAPPING = fileURLToPath(new URL('./mapping.json', import.meta.url));

const answer = z.object({
  drafted: z.array(z.object({ line: z.int(), created: z.boolean() })),
  refused: z.array(
    z.object({
      line: z.int(),
      refusals: z.array(z.object({ code: z.string(), column: z.string().optional() })),
    }),
  ),
});

/** What became of the rows, and where that is not what the cells ask for. */
export type ProductReport = {
  readonly rows: number;
  readonly drafted: number;
  /** Of the same file sent again. */
  readonly draftedAgain: number;
  readonly refused: number;
  /** Column → rows refused for it. */
  readonly faults: Readonly<Record<string, number>>;
  readonly untrue: readonly string[];
};

/** Imports the file twice through `xyd` under its mapping. Throws `Stopped` where the folder has another form. */
export async function runAuProducts(folder: string): Promise<ProductReport> {
  const path = findTable(folder, 'products');
  const work = mkdtempSync(join(tmpdir(), 'xyd-trial-'));
  const args = ['products', 'import', path, '--mapping', MAPPING, '--bank', 'bank_au'];
  const send = async () =>
    answer.parse(JSON.parse(await runXyd([...args, '--data', work, '--json'])));
  try {
    const first = await send();
    const again = await send();
    const found = [
      ...first.drafted.map(() => []),
      ...first.refused.map(({ refusals }) => columnsOf(refusals)),
    ];
    const lines = [...first.drafted, ...first.refused].map(({ line }) => line);
    const byLine = new Map(lines.map((line, place) => [line, found[place] ?? []]));
    const expected = await expectedRows(path);
    return {
      rows: expected.length,
      drafted: first.drafted.length,
      draftedAgain: again.drafted.filter(({ created }) => created).length,
      refused: first.refused.length,
      faults: countsOf(found.flat()),
      untrue: expected.flatMap((columns, place) => {
        const line = place + 2;
        const stood = byLine.get(line)?.join(', ') ?? 'nothing';
        return stood === columns.join(', ')
          ? []
          : [`Line ${line} is to be refused for [${columns.join(', ')}], and was for [${stood}].`];
      }),
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function expectedRows(path: string) {
  const rows: (readonly string[])[] = [];
  for await (const cell of readTable(path, ['productId', ...told]))
    rows.push(expectFaults(cell('productId'), cell));
  return rows;
}

/** Each once; a fault without a column shows as its code, which is expected of no row. */
const columnsOf = (refusals: readonly { code: string; column?: string | undefined }[]) =>
  [...new Set(refusals.map(({ code, column }) => column ?? code))].toSorted();

const countsOf = (columns: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(columns, (column) => column)].map(([column, rows]) => [column, rows.length]),
  );

export const renderProductReport = (report: ProductReport): string =>
  [
    `${report.rows} rows: ${report.drafted} drafted, ${report.refused} refused by column`,
    ...Object.entries(report.faults).map(([column, rows]) => `  ${column}: ${rows}`),
    `sent again: ${report.draftedAgain} drafted`,
  ].join('\n');
