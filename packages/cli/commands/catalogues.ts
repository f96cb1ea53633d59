import { type Catalogue, catalogueCategories, type Field } from '#domain/credit/catalogue';
import { catalogueOf, catalogues as registry } from '#domain/credit/catalogues';
import { type Command, DONE } from '../command.ts';
import { alignTable, padRight } from '../demo/width.ts';
import { Misuse } from '../misuse.ts';
import { readOptions } from '../read-options.ts';
import { writeJson, writeOut } from '../write-out.ts';

const USAGE = `xyd catalogues [ID] [--json]

The catalogues of records: what a department delivers, field by field, with the headers
under which it is recognised in a file.

Example: xyd catalogues vat-invoice`;

export const catalogues: Command = {
  about: 'what can be delivered, field by field',
  usage: USAGE,
  run: async (args) => {
    const { json, words } = readOptions(args, { json: { type: 'boolean', default: false } }, 1);
    const [id] = words;
    const all = Object.values(registry);
    if (id === undefined) {
      await (json ? writeJson(all.map(answerOf)) : writeOut(renderList(all)));
      return DONE;
    }
    const catalogue = catalogueOf(id);
    if (!catalogue)
      throw new Misuse(
        `There is no catalogue ${id}; known are ${all.map((known) => known.id).join(', ')}`,
      );
    await (json ? writeJson(answerOf(catalogue)) : writeOut(renderOne(catalogue)));
    return DONE;
  },
};

const unitOf = ({ type, unit }: Field) => (type === 'money' ? (unit ?? 'yuan') : undefined);

/** Without its rules, which are functions; of a field, what whoever prepares a file has to know. */
const answerOf = ({ severityOf: _, endOf: __, ...catalogue }: Catalogue) => ({
  ...catalogue,
  fields: catalogue.fields.map((field) => ({
    id: field.id,
    type: field.type,
    zh: field.zh,
    unit: unitOf(field),
    required: field.required ?? false,
    aliases: field.aliases ?? [],
    choices: field.choices,
    kept: !(field.discard ?? false),
  })),
});

const renderList = (all: readonly Catalogue[]): string =>
  [
    ...catalogueCategories.flatMap((category) => [
      `${category}:`,
      ...all
        .filter((catalogue) => catalogue.category === category)
        .map(({ id, zh, about }) => `  ${id} (${zh})\n    ${about}`),
    ]),
    '',
    '`xyd catalogues ID` shows the fields of one.',
  ].join('\n');

function renderOne(catalogue: Catalogue): string {
  const { id, zh, about, fields } = catalogue;
  const columns = alignTable(
    fields.map((field) => [
      field.id,
      [field.type, unitOf(field)].filter(Boolean).join(', '),
      field.required ? 'required' : field.discard ? 'not kept' : '',
    ]),
  );
  return [
    `${id} (${zh}): ${about}`,
    '',
    ...termsOf(catalogue).map(([name, value]) => `  ${padRight(name, NAME_WIDTH)}${value}`),
    '',
    ...fields.flatMap((field, row) => [
      `  ${columns[row]}`,
      `      ${[field.zh, ...(field.aliases ?? [])].join(' · ')}`,
      ...(field.choices ? [`      one of ${Object.keys(field.choices).join(', ')}`] : []),
    ]),
  ].join('\n');
}

const NAME_WIDTH = 16;

function termsOf(catalogue: Catalogue): readonly (readonly [name: string, value: string])[] {
  const { cycle, packedBy, version, effective, updateKey, dedupKey, retentionYears } = catalogue;
  return [
    ['category', catalogue.category],
    ['delivered by', catalogue.supplierKind],
    ['cycle', packedBy === undefined ? cycle : `${cycle}, one record per firm and ${packedBy}`],
    ['sharing', catalogue.sharing],
    ['counts', catalogue.verified ? 'once somebody has verified it' : 'from its day on'],
    ['update key', updateKey.join(', ') || 'none: one record per firm'],
    ['de-dup key', dedupKey?.join(', ') ?? 'all fields'],
    ['version', `${version}, from ${effective.from}${effective.to ? ` to ${effective.to}` : ''}`],
    ['kept for', `${retentionYears} years after its end`],
  ];
}
