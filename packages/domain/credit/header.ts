import type { Catalogue, Field } from './catalogue.ts';

/** Headers are one whatever their width, blanks, capitals, byte order mark and the asterisk of a required column. */
export const plainHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/^\*+|\*+$/g, '')
    .toUpperCase();

/**
 * The columns by which refused rows go back to their supplier: the reasons, and the text of a row that could not
 * be divided into cells. A mended file may still have them.
 */
export const RETURNED_COLUMNS = ['拒绝原因', '原文'] as const;

/** Every header that a catalogue knows, in plain form: field ids, Chinese names, aliases. */
export const knownHeaders = (catalogue: Pick<Catalogue, 'fields'>): ReadonlyMap<string, Field> =>
  new Map(
    catalogue.fields.flatMap((field) =>
      [field.id, field.zh, ...(field.aliases ?? [])].map((header) => [plainHeader(header), field]),
    ),
  );

/** How alike a known header must be before it is worth naming: half of the characters. */
const WORTH_NAMING = 0.5;

/** The Chinese name of the field whose header looks most like this one. */
export function nearestHeader(header: string, known: ReadonlyMap<string, Field>) {
  const plain = plainHeader(header);
  const ranked = [...known]
    .map(([candidate, field]) => ({ field, alike: likeness(plain, candidate) }))
    .sort((left, right) => right.alike - left.alike);
  const [best] = ranked;
  return best && best.alike >= WORTH_NAMING ? best.field.zh : undefined;
}

/** Dice's coefficient over characters. */
function likeness(left: string, right: string): number {
  const rest = [...right];
  const shared = [...left].filter((character) => {
    const place = rest.indexOf(character);
    if (place >= 0) rest.splice(place, 1);
    return place >= 0;
  });
  return (2 * shared.length) / (left.length + right.length || 1);
}
