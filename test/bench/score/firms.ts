import { createChance } from '#cli/demo/chance';
import { type Column, type Columns, emptyColumns } from '#domain/scoring/columns/columns';
import type { CompiledCard } from '#domain/scoring/columns/compile-card';
import type { LookUp } from '#domain/scoring/columns/look-up';
import type { FactValue } from '#domain/scoring/facts';

/** Of a hundred firms, those on which a veto falls, and how unevenly the rest is known. */
const VETOED = 0.015;
const UNKNOWN_AT_MOST = 0.4;

/** Made-up firms, facts in columns: values around the card's steps, small ones more often than great ones. */
export function makeFirms(compiled: CompiledCard, rows: number, seed: number): Columns {
  const columns = emptyColumns(compiled.codings, rows);
  for (const lookUp of compiled.places) {
    const column = columns.of.get(lookUp.fact);
    const coding = compiled.codings.get(lookUp.fact);
    if (!column || !coding) continue;
    const chance = createChance(seed, lookUp.fact);
    const unknown = chance.unit() * UNKNOWN_AT_MOST;
    const [low, high] = coding.kind === 'choice' ? [0, coding.codes.size - 1] : rangeOf(lookUp);
    for (let row = 0; row < rows; row += 1)
      if (!chance.happens(unknown))
        column[row] = Math.floor(low + (high - low + 1) * chance.unit() ** 3);
  }
  for (const { veto, code } of compiled.vetoes) {
    const chance = createChance(seed, veto.code);
    const column = columns.of.get(veto.fact);
    for (let row = 0; column && row < rows; row += 1)
      column[row] = chance.happens(VETOED) ? code : 1 - code;
  }
  return columns;
}

function rangeOf(lookUp: LookUp): readonly [number, number] {
  if (lookUp.kind === 'direct')
    return [lookUp.first, lookUp.first + Math.ceil(lookUp.packed.length * 1.2)];
  return [(lookUp.cuts.at(0) ?? 0) - 1, Math.ceil((lookUp.cuts.at(-1) ?? 0) * 1.2)];
}

/** A value as a library is given it; null = not known. Choices by their codes. */
export function cellOf(column: Column, row: number): number | null {
  const held = column[row] ?? Number.NaN;
  if (Number.isNaN(held)) return null;
  return column instanceof Int32Array && held <= -(2 ** 30) ? null : held;
}

/** The known facts of a firm in the order of their names: its stored profile. */
export function factsOf(
  { codings }: CompiledCard,
  columns: Columns,
  row: number,
): Readonly<Record<string, FactValue>> {
  const told: [string, FactValue][] = [];
  for (const [fact, column] of columns.of) {
    const cell = cellOf(column, row);
    const coding = codings.get(fact);
    if (cell === null || !coding) continue;
    const value =
      coding.kind === 'choice' ? [...coding.codes].find(([, code]) => code === cell)?.[0] : cell;
    if (value !== undefined) told.push([fact, value]);
  }
  return Object.fromEntries(told.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
