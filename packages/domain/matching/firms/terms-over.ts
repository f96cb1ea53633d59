import {
  columnOf,
  criterionOver,
  type Judge,
  NO,
  type Rows,
  UNKNOWN,
  verdictsBy,
  YES,
} from './criterion-over.ts';
import type { FirmAsk } from './firm-asks.ts';
import type { FirmColumns, NarrowColumn } from './firm-columns.ts';
import { markOf } from './marks.ts';
import { type Four, type Weighed, weighFour, weighOne, weighVerdicts } from './weigh.ts';

/** Adds to the marks of some rows what one ask comes to; those still open are at the front then, so many (weigh.ts). */
export type Term = (rows: Rows, marks: Int32Array) => number;

/** Asks in the order in which they leave the fewest rows open: four columns to begin with, then the others. */
export function termsOver(
  asks: readonly FirmAsk[],
  columns: FirmColumns,
  block: number,
): { readonly four: Four; readonly others: readonly Term[] } {
  const weighed: (Weighed & { readonly lacking: number })[] = [];
  const slow: Term[] = [];
  for (const [number, ask] of asks.entries()) {
    if (!('criterion' in ask)) {
      const column = ask.code === 'hard_stop' ? columns.unstopped : columns.operating;
      weighed.push(weighing(column, (place) => markOf(number, column.told[place] ? YES : NO)));
      continue;
    }
    const column = 'fact' in ask.criterion ? columnOf(columns, ask.criterion) : undefined;
    if (!('fact' in ask.criterion) || column?.kind !== 'narrow') {
      slow.push(slowTerm(criterionOver(ask.criterion, columns, block), number, block));
      continue;
    }
    const verdicts = verdictsBy(ask.criterion, column);
    weighed.push(weighing(column, (place) => markOf(number, verdicts[place] ?? UNKNOWN)));
  }
  const ordered = weighed.toSorted((a, b) => b.lacking - a.lacking);
  const nothing = () => ({ places: columns.operating.places, weights: idle(columns.operating) });
  const [a = nothing(), b = nothing(), c = nothing(), d = nothing(), ...rest] = ordered;
  return { four: [a, b, c, d], others: [...inFours(rest), ...slow] };
}

const idle = ({ firms }: NarrowColumn): Int32Array => new Int32Array(firms.length);

function inFours(weighed: readonly Weighed[]): readonly Term[] {
  const [a, b, c, d, ...rest] = weighed;
  if (a && b && c && d)
    return [(rows, marks) => weighFour([a, b, c, d], rows, marks), ...inFours(rest)];
  return weighed.map((one) => (rows, marks) => weighOne(one, rows, marks));
}

/** With how many firms lack it. */
function weighing({ places, firms }: NarrowColumn, weightOf: (place: number) => number) {
  const weights = Int32Array.from(firms, (_, place) => weightOf(place));
  const lacking = firms.reduce((all, count, place) => all + (weights[place] === 0 ? 0 : count), 0);
  return { places, weights, lacking };
}

/** More than one column, or one that is not judged by its places. */
function slowTerm(judge: Judge, number: number, block: number): Term {
  const verdicts = new Uint8Array(block);
  const weights = Int32Array.of(0, markOf(number, UNKNOWN), 0, markOf(number, NO));
  return (rows, marks) => {
    judge(rows, verdicts);
    return weighVerdicts(verdicts, weights, rows, marks);
  };
}
