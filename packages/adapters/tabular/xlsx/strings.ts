import { UnreadableFile } from '#usecases/ports';
import { unescaped } from './cell-text.ts';
import { visitWhole } from './xml.ts';

/** Of all shared texts of a workbook together: they are kept in memory, since any cell may ask for any. */
export const MAX_SHARED_CHARACTERS = 64 * 1024 ** 2;
export const MAX_SHARED_STRINGS = 4_000_000;

/** The texts that cells refer to by number; rich text is joined, phonetic guides left out. */
export async function readStrings(texts: AsyncIterable<string>): Promise<readonly string[]> {
  const strings: string[] = [];
  let characters = 0;
  let item = '';
  let phonetic = false;
  let inText = false;
  await visitWhole(texts, {
    open: (name) => {
      if (name === 'si') item = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    text: (text) => {
      if (!inText) return;
      item += text;
      characters += text.length;
      if (characters > MAX_SHARED_CHARACTERS)
        throw tooLarge(`at most ${MAX_SHARED_CHARACTERS} characters of shared text`);
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') strings.push(unescaped(owned(item)));
      if (strings.length > MAX_SHARED_STRINGS)
        throw tooLarge(`at most ${MAX_SHARED_STRINGS} shared texts`);
    },
  });
  return strings;
}

/** V8 cuts a text out of its source by pointing into it, which would keep all of the XML in memory. */
const owned = (text: string) => Buffer.from(text).toString();

const tooLarge = (expected: string) =>
  new UnreadableFile({ code: 'file_too_large', expected: `${expected}; send CSV instead` });
