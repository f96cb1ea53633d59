import { MAX_PLACES, PLACE_BITS, REASON_MASK } from './look-up.ts';

/** The reason, as far as the dimension has room for what it took. */
export function withRoom(packed: number, room: number): number {
  const reason = packed & REASON_MASK;
  const lost = Math.min(reason >> PLACE_BITS, room);
  return lost === 0 ? 0 : (lost << PLACE_BITS) | (reason & (MAX_PLACES - 1));
}
