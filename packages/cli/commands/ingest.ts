import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Batch, RefusedRow } from '#domain/credit/batch';
import { type Catalogue, catalogueIds } from '#domain/credit/catalogue';
import { catalogueOf } from '#domain/credit/catalogues';
import { batchId, supplierId } from '#domain/ids';
import type { LocalPlatform } from '#platform/open-local';
import { returnedFile } from '#platform/returned-file';
import { sentence } from '#platform/sentences';
import { allItems } from '../all-pages.ts';
import { asker } from '../asker.ts';
import { type Command, DONE, FAILED } from '../command.ts';
import { granted } from '../granted.ts';
import { language } from '../language.ts';
import { MAPPING_EXAMPLE, readMapping } from '../mapping-file.ts';
import { Misuse } from '../misuse.ts';
import { checkFile } from '../read-json.ts';
import { readDay, readId, readOptions, STORE_OPTIONS, storeOptions } from '../read-options.ts';
import { createTicker } from '../ticker.ts';
import { storeOf, withPlatform } from '../with-platform.ts';
import { say, writeJson, writeOut } from '../write-out.ts';
import { renderIngested } from './render-ingested.ts';

const USAGE = `xyd ingest FILE --catalogue ID [--mapping M.json] [--supplier ID] [--batch ID] [--refused OUT.csv]

Reads a department's file (CSV, XLSX, JSON or JSON lines; UTF-8 or GB18030; plain or gzip)
into records, and says of every row what became of it. A row delivered twice is kept once.
A batch that was cut off goes on where it stopped when its id is given again.

  --catalogue ID  what the rows are, e.g. vat-invoice: see \`xyd catalogues\`
  --mapping FILE  the supplier's columns, where they are not the catalogue's (below)
  --supplier ID   who delivers (supplier_xyd)
  --batch ID      the batch's name (a new one each time)
  --refused OUT   writes the refused rows to this file, with the reasons in an added column:
                  mend it, and ingest it under the same mapping
${STORE_OPTIONS}

Exit code 0 when the file was read, rows refused or not; 1 when it was refused as a
whole; 2 for bad usage.

A mapping file says which column is which field, what holds for every row, the unit of
money, how choices are spelt, which columns are left aside, and whether codes are local
numbers of an anonymised file:

${MAPPING_EXAMPLE}

Example: xyd ingest invoices.csv.gz --catalogue vat-invoice --mapping invoices.json --json`;

export const ingest: Command = {
  about: "read a department's file into records",
  usage: async () => `${USAGE}\n\n${await limitsOfFiles()}`,
  run: async (args) => {
    const terms = readTerms(args);
    const { batch, refused } = await withPlatform(
      {
        ...storeOf(terms.data, terms.asOf),
        onProgress: ({ counts }) => ticker.tell(`${counts.delivered.toLocaleString('en')} rows`),
      },
      (local) => ingestFile(local, terms),
    );
    if (terms.refused !== undefined) writeRefused(terms.refused, terms.catalogue, refused);
    if (terms.json) await writeJson(answerOf(terms.file, batch, refused));
    else await writeOut(renderIngested(terms.file, batch, refused, language()));
    if (!batch.refusal) return DONE;
    say(`${terms.file} is refused: ${sentence(batch.refusal, language())}`);
    return FAILED;
  },
};

/** Loaded for whoever asks: the readers that keep these limits are not needed to say how `xyd` is used. */
async function limitsOfFiles(): Promise<string> {
  const { deliveryLimits } = await import('#platform/delivery-limits');
  const told = Object.values(deliveryLimits).map((limit) => `  ${limit[language()]}`);
  return [
    'What a file may hold; rows beyond come back, files beyond are refused:',
    '',
    ...told,
  ].join('\n');
}

const ticker = createTicker();

type Terms = ReturnType<typeof readTerms>;

function readTerms(args: readonly string[]) {
  const options = readOptions(
    args,
    {
      ...storeOptions,
      catalogue: { type: 'string' },
      mapping: { type: 'string' },
      supplier: { type: 'string', default: 'supplier_xyd' },
      batch: { type: 'string' },
      refused: { type: 'string' },
    },
    1,
  );
  const [file] = options.words;
  if (!file) throw new Misuse('Say which file: xyd ingest FILE --catalogue ID');
  const catalogue = readCatalogue(options.catalogue);
  checkFile(file);
  return {
    file,
    catalogue,
    data: options.data,
    json: options.json,
    refused: options.refused,
    asOf: readDay('--as-of', options['as-of']),
    supplier: readId('--supplier', 'supplier', supplierId, options.supplier),
    batch:
      options.batch === undefined ? undefined : readId('--batch', 'batch', batchId, options.batch),
    mapping: options.mapping === undefined ? undefined : readMapping(options.mapping, catalogue),
  };
}

function writeRefused(path: string, catalogue: Catalogue, rows: readonly RefusedRow[]): void {
  try {
    // What stood in the rows comes back whole, to be mended: for the owner of the file alone.
    writeFileSync(path, returnedFile(rows, catalogue, language()), { mode: 0o600 });
  } catch {
    throw new Misuse(`--refused is a file that can be written, not ${path}`);
  }
}

function readCatalogue(id: string | undefined): Catalogue {
  const catalogue = catalogueOf(id ?? '');
  if (catalogue) return catalogue;
  const known = catalogueIds.join(', ');
  throw new Misuse(
    id === undefined
      ? `Say what the rows are with --catalogue, one of ${known}`
      : `There is no catalogue ${id}; known are ${known}`,
  );
}

async function ingestFile(
  { platform, attach, newBatchId }: LocalPlatform,
  { file, catalogue, supplier, mapping, ...terms }: Terms,
): Promise<{ readonly batch: Batch; readonly refused: readonly RefusedRow[] }> {
  const id = terms.batch ?? newBatchId();
  attach(id, resolve(file));
  const opened = await platform.openBatch(asker, {
    id,
    catalogue: catalogue.id,
    supplier,
    ...(mapping && { mapping }),
  });
  if (!opened.ok) throw new Misuse(sentence(opened.refusal, language()));
  const { status } = opened.value.batch;
  if (status === 'completed' || status === 'refused')
    say(`${id} was over before: these are its counts, and ${file} was not read.`);
  const { batch } = granted(await platform.ingestBatch(asker, { id }));
  const refused = await allItems((page) =>
    platform.readRefusedRows(asker, { ...page, batch: batch.id }),
  );
  ticker.clear();
  return { batch, refused };
}

const answerOf = (file: string, batch: Batch, refused: readonly RefusedRow[]) => ({
  batch: batch.id,
  catalogue: batch.catalogue,
  file,
  status: batch.status,
  ...batch.counts,
  warnings: batch.warnings,
  ...(batch.refusal && { refusal: batch.refusal }),
  refusals: refused.flatMap(({ line, refusals }) =>
    refusals.map(({ code, field, expected, actual }) => ({ line, field, code, expected, actual })),
  ),
});
