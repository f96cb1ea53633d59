/** Ranges that terminals draw two columns wide (East Asian Wide and Fullwidth, Unicode annex 11). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

/** Columns that a text takes on a terminal. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);

export const padRight = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

export const padLeft = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** Columns of equal width, two blanks apart; those named left (the first), the others right. */
export function alignTable(
  rows: readonly (readonly string[])[],
  left: readonly number[] = [0],
): string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, place) => {
      widths[place] = Math.max(widths[place] ?? 0, widthOf(cell));
    });
  return rows.map((row) =>
    row
      .map((cell, place) => (left.includes(place) ? padRight : padLeft)(cell, widths[place] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
