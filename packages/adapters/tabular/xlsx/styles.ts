import { UnreadableFile } from '#usecases/ports';
import { visitWhole } from './xml.ts';

/** Cell styles and number formats, each; Excel stops at 65,490 styles. */
export const MAX_STYLES = 65_536;

/** For every cell style, whether the numbers in it are days. */
export async function readStyles(texts: AsyncIterable<string>): Promise<readonly boolean[]> {
  const days = new Map<number, boolean>();
  const formats: number[] = [];
  let inCells = false;
  await visitWhole(texts, {
    open: (name, { numFmtId, formatCode = '' }) => {
      if (name === 'cellXfs') inCells = true;
      if (name === 'numFmt') days.set(Number(numFmtId), showsDay(formatCode));
      if (name === 'xf' && inCells) formats.push(Number(numFmtId));
      if (formats.length > MAX_STYLES || days.size > MAX_STYLES)
        throw new UnreadableFile({
          code: 'file_too_large',
          expected: `a workbook of at most ${MAX_STYLES} cell styles`,
        });
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats.map((format) => days.get(format) ?? isBuiltInDay(format));
}

/** ECMA-376 part 1, 18.8.30: days and times everywhere, and those of Chinese, Japanese and Korean. */
const isBuiltInDay = (format: number) =>
  (format >= 14 && format <= 22) ||
  (format >= 27 && format <= 36) ||
  format === 45 ||
  format === 47 ||
  (format >= 50 && format <= 58);

/**
 * Does a number format show a day or a time of day? Quoted and escaped characters, colours and locales say
 * nothing; `[h]` counts hours that passed, which is a number; the sections behind the first are for
 * negative numbers and text.
 */
export function showsDay(format: string): boolean {
  const [first = ''] = format.replace(/"[^"]*"|[\\_*]./g, '').split(';');
  if (/\[(?:h+|m+|s+)\]/i.test(first)) return false;
  const bare = first.replace(/\[[^\]]*\]|E[+-]|General/gi, '');
  return /[ymdhs]/i.test(bare);
}
