import type { Catalogue, Field } from '#domain/credit/catalogue';
import { catalogueOf, catalogues as registry } from '#domain/credit/catalogues';
import { type Command, DONE } from '../command.ts';
import { alignTable } from '../demo/width.ts';
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

const answerOf = ({ id, version, zh, about, key, packedBy, fields }: Catalogue) => ({
  id,
  version,
  zh,
  about,
  key,
  packedBy,
  fields: fields.map((field) => ({
    id: field.id,
    type: field.type,
    zh: field.zh,
    unit: unitOf(field),
    required: field.required ?? false,
    aliases: field.aliases ?? [],
    choices: field.choices,
  })),
});

const renderList = (all: readonly Catalogue[]): string =>
  [
    ...all.map(({ id, zh, about }) => `${id} (${zh})\n  ${about}`),
    '',
    '`xyd catalogues ID` shows the fields of one.',
  ].join('\n');

function renderOne({ id, zh, about, fields }: Catalogue): string {
  const columns = alignTable(
    fields.map((field) => [
      field.id,
      [field.type, unitOf(field)].filter(Boolean).join(', '),
      field.required ? 'required' : '',
    ]),
  );
  return [
    `${id} (${zh}): ${about}`,
    '',
    ...fields.flatMap((field, row) => [
      `  ${columns[row]}`,
      `      ${[field.zh, ...(field.aliases ?? [])].join(' · ')}`,
      ...(field.choices ? [`      one of ${Object.keys(field.choices).join(', ')}`] : []),
    ]),
  ].join('\n');
}
