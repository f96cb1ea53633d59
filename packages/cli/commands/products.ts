import { type BankId, bankId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import type { Product } from '#domain/product/product';
import { productColumns } from '#domain/product-file/columns';
import type { ProductMapping } from '#domain/product-file/product-mapping';
import type { Platform } from '#platform/platform';
import type { ProductRows, RefusedProduct } from '#platform/read-product-rows';
import { allItems } from '../all-pages.ts';
import { asker } from '../asker.ts';
import { type Command, DONE, FAILED } from '../command.ts';
import { alignTable } from '../demo/width.ts';
import { language } from '../language.ts';
import { Misuse } from '../misuse.ts';
import { PRODUCT_MAPPING_EXAMPLE, readProductMapping, readProducts } from '../product-file.ts';
import { readDay, readId, readOptions, STORE_OPTIONS, storeOptions } from '../read-options.ts';
import { storeOf, withPlatform } from '../with-platform.ts';
import { say, writeJson, writeOut } from '../write-out.ts';
import { renderDrafted, renderProductRows } from './render-product-rows.ts';
import { writeProductFile, writeRefusedProducts } from './write-product-file.ts';

const USAGE = `xyd products check FILE [--mapping M.json] [--bank ID] [--refused OUT.csv]
xyd products import FILE --bank ID [--mapping M.json] [--refused OUT.csv] [--data DIR]
xyd products export --out FILE.csv|FILE.xlsx [--data DIR]
xyd products columns

Products of banks (信贷产品) as CSV or XLSX under Chinese headers, or as JSON. \`check\` stores
nothing; \`import\` drafts what is lawful for the bank, a product that is there already as its
next version, the same again as nothing; \`export\` writes those of the market. A row that
is refused comes with all its faults, each with its column and what stood there.

  --bank ID      whose products they are; no row may say otherwise
  --mapping F    another system's columns (below)
  --refused OUT  writes the refused rows to this file, with the reasons in an added column:
                 mend it, and send it under the same mapping
  --out FILE     by its ending a CSV or a workbook; read again it is the same
${STORE_OPTIONS}

Exit code of check 0: every row is lawful; 1: some are not. Of import 0: the file was read,
rows refused or not. 2: bad usage, or a file that is refused as a whole.

A mapping file says which column is which (\`xyd products columns\`), what holds for every
row, what an empty cell stands for, how words are spelt, the units, whether ids are to be
made of another system's, and which columns are left aside:

${PRODUCT_MAPPING_EXAMPLE}

A fee is 费用名称|承担方|收取方|周期|支付方式|费率或金额, several are divided by ；:
担保费|企业|融资担保公司|放款时一次性|转账|0.8%；评估费|银行|评估机构|放款时一次性|转账|500元

Example: xyd products import products.xlsx --bank bank_gusu --refused to-mend.csv`;

export const products: Command = {
  about: 'products of banks from files and into files',
  usage: USAGE,
  run: async (args) => {
    const terms = readTerms(args);
    const [verb = ''] = terms.words;
    if (!isVerb(verb)) throw new Misuse(`xyd products takes ${Object.keys(verbs).join(', ')}`);
    return verbs[verb](terms);
  },
};

type Terms = ReturnType<typeof readTerms>;

function readTerms(args: readonly string[]) {
  const options = readOptions(
    args,
    {
      ...storeOptions,
      mapping: { type: 'string' },
      bank: { type: 'string' },
      refused: { type: 'string' },
      out: { type: 'string' },
    },
    2,
  );
  return {
    ...options,
    store: storeOf(options.data, readDay('--as-of', options['as-of'])),
    bank: options.bank === undefined ? undefined : readId('--bank', 'bank', bankId, options.bank),
  };
}

/** Of the file that is the second word. */
async function rowsOf({ words, mapping, bank }: Terms): Promise<ProductRows> {
  const [verb, file] = words;
  if (file === undefined) throw new Misuse(`Say which file: xyd products ${verb} FILE`);
  const read: ProductMapping | undefined =
    mapping === undefined ? undefined : readProductMapping(mapping);
  return readProducts(file, { mapping: read, bank });
}

async function check(terms: Terms): Promise<number> {
  const rows = await rowsOf(terms);
  if (terms.refused !== undefined) writeRefusedProducts(terms.refused, rows.refused);
  if (terms.json) await writeJson(rows);
  else await writeOut(renderProductRows(terms.words[1] ?? '', rows, language()));
  return rows.refused.length === 0 ? DONE : FAILED;
}

async function importFile(terms: Terms): Promise<number> {
  const { bank } = terms;
  if (bank === undefined) throw new Misuse('xyd products import needs --bank, whose they are');
  const rows = await rowsOf(terms);
  const { drafted, refused } = await withPlatform(terms.store, ({ platform }) =>
    draft(platform, rows, bank),
  );
  const all = [...rows.refused, ...refused];
  if (terms.refused !== undefined) writeRefusedProducts(terms.refused, all);
  if (terms.json) await writeJson({ drafted, refused: all });
  else await writeOut(renderDrafted(terms.words[1] ?? '', { drafted, refused: all }, language()));
  return DONE;
}

/** Whoever sits before the store drafts as the machine of the bank does. */
const machineOf = (bank: BankId): Principal => ({
  kind: 'bank',
  organisation: bank,
  roles: ['bank.machine'],
  id: 'xyd',
});

async function draft(platform: Platform, { taken }: ProductRows, bank: BankId) {
  const drafted = [];
  const refused: RefusedProduct[] = [];
  for (const { line, product } of taken) {
    const { version: _, status: __, ...terms } = product;
    const put = await platform.putProduct(machineOf(bank), { product: terms });
    if (put.ok) {
      const { value, created } = put.value;
      drafted.push({ line, id: value.id, version: value.version, status: value.status, created });
    } else refused.push({ line, cells: {}, raw: JSON.stringify(terms), refusals: [put.refusal] });
  }
  return { drafted, refused };
}

async function exportFile({ out, store, json }: Terms): Promise<number> {
  if (out === undefined) throw new Misuse('xyd products export needs --out, a file to write');
  const all = await withPlatform(store, ({ platform }) =>
    allItems<Product>((page) => platform.listProducts(asker, page)),
  );
  await writeProductFile(out, all);
  if (json) await writeJson({ file: out, products: all.length });
  else say(`${out} holds ${all.length} products.`);
  return DONE;
}

async function tellColumns({ json }: Terms): Promise<number> {
  const told = productColumns.map(({ id, zh, aliases = [], cell, required = false, example }) => ({
    id,
    zh,
    aliases,
    cell,
    required,
    example,
  }));
  if (json) for (const column of told) await writeJson(column);
  else
    await writeOut(
      alignTable(
        told.map(({ id, zh, cell, required, example }) => [
          `${zh}${required ? ' *' : ''}`,
          id,
          cell,
          example,
        ]),
        [0, 1, 2, 3],
      ).join('\n'),
    );
  return DONE;
}

const verbs = { check, import: importFile, export: exportFile, columns: tellColumns } as const;
const isVerb = (verb: string): verb is keyof typeof verbs => Object.hasOwn(verbs, verb);
