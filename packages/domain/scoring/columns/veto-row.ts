import { MAX_REASONS } from '../reasons.ts';
import { attributeAt, columnOf } from './attributes.ts';
import type { Columns } from './columns.ts';
import type { CompiledCard } from './compile-card.ts';
import { MAX_TEN_BITS, PLACE_BITS, POINT_BITS, REASON_MASK, VETO_BIT } from './look-up.ts';
import type { ColumnScores } from './score-columns.ts';
import { withRoom } from './with-room.ts';

/** Caps the points of a row that some veto holds, and tells its reasons anew: few rows are such. */
export function vetoRow(
  compiled: CompiledCard,
  columns: Columns,
  row: number,
  { points, vetoes, reasons }: ColumnScores,
): void {
  const held = vetoes[row] ?? 0;
  const sum = points[row] ?? 0;
  const holding = [...compiled.vetoes.entries()].filter(([bit]) => (held >> bit) & 1);
  const told = new Set(holding.map(([, { veto }]) => veto.fact));
  const all = [
    ...holding.map(
      ([bit, { veto }]) => VETO_BIT | (Math.max(0, sum - veto.cap) << PLACE_BITS) | bit,
    ),
    ...reasonsBesides(compiled, columns, row, told),
  ];
  for (let place = 0; place < MAX_REASONS; place += 1)
    reasons[row * MAX_REASONS + place] = all[place] ?? 0;
  points[row] = Math.min(sum, ...holding.map(([, { veto }]) => veto.cap));
}

/** The greatest reasons besides those of facts that a veto has told of, the greatest first. */
function reasonsBesides(
  { free, capped }: CompiledCard,
  columns: Columns,
  row: number,
  told: ReadonlySet<string>,
): readonly number[] {
  const found: number[] = [];
  const keep = (reason: number) => {
    if (reason <= (found[MAX_REASONS - 1] ?? 0)) return;
    let place = Math.min(found.length, MAX_REASONS - 1);
    for (; place > 0 && (found[place - 1] ?? 0) < reason; place -= 1)
      found[place] = found[place - 1] ?? 0;
    found[place] = reason;
  };
  for (const { dimension, lookUps } of capped) {
    const packed = lookUps.map((one) => attributeAt(one, columnOf(columns, one.fact), row));
    const sum = packed.reduce((all, each) => all + ((each >> POINT_BITS) & MAX_TEN_BITS), 0);
    const room = Math.max(0, (dimension.limit?.points ?? 0) - sum);
    for (const [place, { fact }] of lookUps.entries())
      if (!told.has(fact)) keep(withRoom(packed[place] ?? 0, room));
  }
  for (const lookUp of free) {
    if (lookUp.worst <= (found[MAX_REASONS - 1] ?? 0)) break; // Those after it take less still.
    if (told.has(lookUp.fact)) continue;
    keep(attributeAt(lookUp, columnOf(columns, lookUp.fact), row) & REASON_MASK);
  }
  return found;
}
