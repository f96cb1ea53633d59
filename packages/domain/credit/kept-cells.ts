import { CUT } from './raw-row.ts';

type Cells = Readonly<Record<string, string>>;

/** What is kept of a refused row: its cells, in all at most so many characters; what is left out is marked. */
export function keptCells(cells: Cells, most: number): Cells {
  let room = most;
  const kept: Record<string, string> = {};
  for (const [column, text] of Object.entries(cells)) {
    const fits = text.length <= room;
    kept[column] = fits
      ? text
      : `${text.slice(0, Math.max(0, room)).replace(/[\ud800-\udbff]$/, '')}${CUT}`;
    room -= text.length;
  }
  return kept;
}
