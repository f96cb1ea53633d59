import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Catalogue, catalogueCategories } from '#domain/credit/catalogue';

/*
 * Adding a catalogue is adding one file to packages/domain/credit/catalogues: what lists the files is written
 * from them by `npm run generate`.
 */

const room = new URL('../../../packages/domain/credit/', import.meta.url);
const ids = readdirSync(new URL('catalogues/', room))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -'.ts'.length))
  .sort();

const isCatalogue = (value: unknown): value is Catalogue =>
  typeof value === 'object' && value !== null && 'updateKey' in value && 'fields' in value;

const found = await Promise.all(
  ids.map(async (id) => {
    const exported: Record<string, unknown> = await import(
      new URL(`catalogues/${id}.ts`, room).href
    );
    const named = Object.entries(exported).flatMap(([name, value]) =>
      isCatalogue(value) ? [{ name, catalogue: value }] : [],
    );
    return { id, named };
  }),
);
const all = found.flatMap(({ named }) => named.map(({ catalogue }) => catalogue));

const camelCase = (id: string) =>
  id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

test.each(found)('catalogues/$id.ts holds the catalogue of its name alone', ({ id, named }) => {
  expect(named.map(({ name, catalogue }) => ({ name, id: catalogue.id }))).toEqual([
    { name: camelCase(id), id },
  ]);
});

const HOW =
  'The files of catalogues/ have changed: run `npm run generate` and commit what it writes.';
const written = (name: string) => new URL(name, room).pathname;

test('catalogue-ids.ts names every file of catalogues/', async () => {
  await expect(idsFile()).toMatchFileSnapshot(written('catalogue-ids.ts'), HOW);
});

test('catalogues.ts joins every file of catalogues/', async () => {
  await expect(registryFile()).toMatchFileSnapshot(written('catalogues.ts'), HOW);
});

test('the README of the room lists every catalogue as it is', async () => {
  await expect(readme()).toMatchFileSnapshot(written('README.md'), HOW);
});

const idsFile =
  () => `/** Every catalogue, by the name of its file in catalogues/. Written by \`npm run generate\`. */
export const catalogueIds = [
${ids.map((id) => `  '${id}',`).join('\n')}
] as const;
export type CatalogueId = (typeof catalogueIds)[number];
`;

const registryFile = () => `import type { Catalogue, CatalogueId } from './catalogue.ts';
${ids.map((id) => `import { ${camelCase(id)} } from './catalogues/${id}.ts';`).join('\n')}

/** Every file of catalogues/. Written by \`npm run generate\`. */
export const catalogues: Readonly<Record<CatalogueId, Catalogue>> = {
${ids.map((id) => (id === camelCase(id) ? `  ${id},` : `  '${id}': ${camelCase(id)},`)).join('\n')}
};

export const catalogueOf = (id: string): Catalogue | undefined =>
  Object.values(catalogues).find((catalogue) => catalogue.id === id);
`;

const readme = () => `# credit

Shared credit data: what is delivered about firms, how a row is read, what becomes of it.

Belongs here: catalogues (one file each in catalogues/, data alone), reading and judging rows, records and
their days, what may be shown, shared and scored, the fold of a firm's records into its profile.
Does not: files and their formats (adapters), who may see what (usecases), points (scoring).

Adding a catalogue is adding one file and running \`npm run generate\`, which writes this page too.
Fields and headers of one: \`xyd catalogues ID\`. Facts and sources: the docstring of its file.

## ${all.length} catalogues

| id | 中文 | category | supplier | cycle | sharing | update key / de-dup key | required | version, from | years kept |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${catalogueCategories
  .flatMap((category) => all.filter((catalogue) => catalogue.category === category))
  .map(rowOf)
  .join('\n')}
`;

function rowOf(catalogue: Catalogue): string {
  const { version, effective, packedBy, updateKey, dedupKey } = catalogue;
  const required = catalogue.fields.filter((field) => field.required).map(({ id }) => id);
  const until = effective.to === undefined ? '' : ` to ${effective.to}`;
  return `| ${[
    `[${catalogue.id}](catalogues/${catalogue.id}.ts)`,
    `${catalogue.zh}${catalogue.verified ? ' (verified first)' : ''}`,
    catalogue.category,
    catalogue.supplierKind,
    `${catalogue.cycle}${packedBy === undefined ? '' : `, packed by ${packedBy}`}`,
    catalogue.sharing,
    `${updateKey.join(', ') || 'one per firm'} / ${dedupKey?.join(', ') ?? 'all fields'}`,
    required.join(', '),
    `${version}, ${effective.from}${until}`,
    catalogue.retentionYears,
  ].join(' | ')} |`;
}
