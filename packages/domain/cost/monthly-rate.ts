import { assert } from '../assert.ts';

/** Far more than halving alone takes to the last bit. */
const MAX_STEPS = 200;
/** Where steps are no more than what rounding makes of them. */
const TOLERANCE = 1e-15;

/**
 * The rate at which all that is paid is worth what was received: the internal rate of return by month, as a
 * fraction. `paid[month]`: month 1 comes first, none of them negative. Undefined where nothing was received, or
 * less is paid than was received: no rate of zero or more would make them equal.
 *
 * The worth falls ever more slowly as the rate rises, so that Newton's steps come from the left and never pass the
 * root; where they come too slowly the bracket is halved instead.
 */
export function monthlyRate(received: number, paid: readonly number[]): number | undefined {
  assert(
    paid.every((amount) => amount >= 0),
    'what is paid is not negative',
  );
  const all = paid.reduce((sum, amount) => sum + amount, 0);
  if (received <= 0 || all < received) return undefined;
  let low = 0;
  let high = all / received - 1; // As if all were paid after one month.
  let rate = 0;
  for (let step = 0; step < MAX_STEPS && low < high; step += 1) {
    const { worth, slope } = worthAt(rate, paid);
    const over = worth - received;
    if (over > 0) low = rate;
    else high = rate;
    const next = rate - over / slope;
    const usable = next > low && next < high && 2 * Math.abs(next - rate) < high - low;
    const better = usable ? next : low + (high - low) / 2;
    if (Math.abs(better - rate) <= TOLERANCE * (1 + rate)) return better;
    rate = better;
  }
  return rate;
}

/** The present value at a monthly rate, and how it changes with the rate; from the last month backwards. */
function worthAt(rate: number, paid: readonly number[]) {
  const discount = 1 / (1 + rate);
  let worth = 0;
  let bend = 0; // Derivative with respect to the discount.
  for (let month = paid.length - 1; month >= 0; month -= 1) {
    const later = (paid[month] ?? 0) + worth;
    bend = later + discount * bend;
    worth = discount * later;
  }
  return { worth, slope: -discount * discount * bend };
}
