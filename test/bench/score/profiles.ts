import type { Columns } from '#domain/scoring/columns/columns';
import type { CompiledCard } from '#domain/scoring/columns/compile-card';
import { factsOf } from './firms.ts';

/** Profiles of the first firms as they are stored: JSON of what is known, in the order of the names. */
export const profilesOf = (
  compiled: CompiledCard,
  columns: Columns,
  most: number,
): readonly string[] =>
  Array.from({ length: Math.min(most, columns.rows) }, (_, row) =>
    JSON.stringify(factsOf(compiled, columns, row)),
  );
