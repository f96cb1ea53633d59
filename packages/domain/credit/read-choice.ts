import type { Choices } from './catalogue.ts';

/** Spellings are one whatever their width, blanks and capitals. */
const plain = (spelling: string) => spelling.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/**
 * Reads a choice by its spellings. What stands after `-`, `:` or `(` explains the choice (`其他-责令改正`) and
 * is left out. Of several joined by `;`, `,` or `、` the one that comes last in `choices` counts.
 */
export function readChoice(choices: Choices, severalJoined: boolean) {
  const values = Object.keys(choices);
  const bySpelling = new Map(
    Object.entries(choices).flatMap(([value, spellings]) =>
      [value, ...spellings].map((spelling) => [plain(spelling), value]),
    ),
  );
  const one = (spelling: string) =>
    bySpelling.get(spelling) ?? bySpelling.get(spelling.split(/[-:(]/, 1)[0] ?? '');
  const last = (parts: readonly string[]) => {
    const places = parts.filter(Boolean).map((part) => values.indexOf(one(part) ?? ''));
    return places.length === 0 || places.includes(-1) ? undefined : values[Math.max(...places)];
  };
  const several = (spelling: string) =>
    last(spelling.split(/[;,]/)) ?? last(spelling.split(/[;,、]/));
  return (text: string): string | undefined => {
    const exact = bySpelling.get(text);
    if (exact !== undefined) return exact;
    const spelling = plain(text);
    return one(spelling) ?? (severalJoined ? several(spelling) : undefined);
  };
}
