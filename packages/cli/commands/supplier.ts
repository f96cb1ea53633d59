import type { Supplier } from '#domain/supplier/supplier';
import { supplierSchema } from '#platform/schemas/supplier';
import { allItems } from '../all-pages.ts';
import { asker } from '../asker.ts';
import { type Command, DONE } from '../command.ts';
import { alignTable } from '../demo/width.ts';
import { granted } from '../granted.ts';
import { Misuse } from '../misuse.ts';
import { parsed } from '../parsed.ts';
import { readJsonItems } from '../read-json.ts';
import { readDay, readOptions, STORE_OPTIONS, storeOptions } from '../read-options.ts';
import { storeOf, withPlatform } from '../with-platform.ts';
import { writeJson, writeOut } from '../write-out.ts';

const USAGE = `xyd supplier [--id ID --name NAME --kind KIND [--district CODE] [--duties A,B] | --file F]

Registers suppliers with the catalogues that they have to deliver, or changes them; with
nothing to register it lists those that are there. Duties are what \`xyd quality\` reckons
上报率 from.

  --id ID          supplier_ and a name of your choice
  --name NAME      as the office calls it
  --kind KIND      market_regulator, department, court, tax_office and so on
  --district CODE  division code; none for a supplier of the whole city
  --duties A,B     catalogues: see \`xyd catalogues\`
  --file FILE      many at once: JSON objects with id, name, kind, district, duties
${STORE_OPTIONS}

Example: xyd supplier --id supplier_gusu-urban --name 姑苏区城管局 --kind department \\
  --district 320508 --duties administrative-penalty`;

const one = ['id', 'name', 'kind', 'district', 'duties'] as const;

export const supplier: Command = {
  about: 'register who delivers, and what they have to deliver',
  usage: USAGE,
  run: async (args) => {
    const options = readOptions(args, {
      ...storeOptions,
      id: { type: 'string' },
      name: { type: 'string' },
      kind: { type: 'string' },
      district: { type: 'string' },
      duties: { type: 'string' },
      file: { type: 'string' },
    });
    const told = one.some((name) => options[name] !== undefined);
    if (told && options.file !== undefined)
      throw new Misuse('Tell one supplier by its options, or many by --file, not both');
    const given = options.file !== undefined ? fromFile(options.file) : told ? [from(options)] : [];
    const asOf = readDay('--as-of', options['as-of']);
    const suppliers = await withPlatform(storeOf(options.data, asOf), async ({ platform }) => {
      for (const item of given) granted(await platform.putSupplier(asker, item));
      return given.length > 0 ? given : allItems((page) => platform.listSuppliers(asker, page));
    });
    if (options.json) for (const item of suppliers) await writeJson(item);
    else await writeOut(render(suppliers));
    return DONE;
  },
};

const fromFile = (path: string): readonly Supplier[] =>
  readJsonItems(path).map((item, index) => parsed(`${path}, item ${index}`, supplierSchema, item));

const from = ({
  id,
  name,
  kind,
  district,
  duties = '',
}: { readonly [Name in (typeof one)[number]]?: string | undefined }): Supplier =>
  parsed('The supplier', supplierSchema, {
    id,
    name,
    kind,
    ...(district !== undefined && { district }),
    duties: duties.split(',').filter((duty) => duty !== ''),
  });

const render = (suppliers: readonly Supplier[]): string =>
  suppliers.length === 0
    ? 'No supplier is registered.'
    : alignTable(
        suppliers.map(({ id, name, kind, district = '–', duties }) => [
          id,
          name,
          kind,
          district,
          duties.join(', '),
        ]),
      ).join('\n');
