import rows from './industries.json' with { type: 'json' };

/** `parent` is absent on the sections (门类, letters A to T). */
export type Industry = {
  readonly code: string;
  readonly name: string;
  readonly section: string;
  readonly parent?: string;
};

/**
 * GB/T 4754-2017, the whole tree, of rows `[code, name, section]`. The file was made from a published list
 * with its slips mended: 海洋石油开采 is 0712 (not a second 0711), 8421 belongs to Q, and a class's parent
 * is always its own code without the last digit.
 */
const industries: ReadonlyMap<string, Industry> = new Map(
  rows.flatMap(([code = '', name = '', section = '']) =>
    code === section
      ? [[code, { code, name, section }]]
      : [[code, { code, name, section, parent: code.length === 2 ? section : code.slice(0, -1) }]],
  ),
);

export const INDUSTRIES: readonly Industry[] = [...industries.values()];

/** Reads a letter (`C`), a letter with 2 to 4 digits (`C3921`) or the digits alone (`3921`, `39`). */
export function industryOf(code: string): Industry | undefined {
  const [, letter = '', digits = ''] = /^([A-T]?)(\d{2,4})?$/.exec(code) ?? [];
  const industry = industries.get(digits || letter);
  return letter === '' || industry?.section === letter ? industry : undefined;
}

export const isIndustry = (code: string): boolean => industryOf(code) !== undefined;
