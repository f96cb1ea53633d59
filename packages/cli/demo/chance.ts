/**
 * Chance as an argument: the same seed and labels always draw the same numbers, on every machine.
 * xoshiro128** (Blackman & Vigna), its state filled by a 32-bit splitmix.
 */
export type Chance = {
  /** In [0, 1). */
  readonly unit: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  readonly between: (low: number, high: number) => number;
  /** As likely to be between 1 and 10 as between 10 and 100. */
  readonly logBetween: (low: number, high: number) => number;
  /** Mean 0, deviation 1. */
  readonly normal: () => number;
  readonly happens: (probability: number) => boolean;
  /** How often something of this mean happens; at most 40 times. */
  readonly poisson: (mean: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly weighted: <Item extends { readonly weight: number }>(items: readonly Item[]) => Item;
  /** `count` different items in their own order. */
  readonly some: <Item>(items: readonly Item[], count: number) => Item[];
};

const RANGE = 4_294_967_296;
const MOST_EVENTS = 40;

export function createChance(seed: number, ...labels: readonly (string | number)[]): Chance {
  const unit = xoshiro(hash(`${seed}/${labels.join('/')}`));
  const whole = (low: number, high: number) => low + Math.floor(unit() * (high - low + 1));
  const happens = (probability: number) => unit() < probability;
  const pick = <Item>(items: readonly Item[]): Item => at(items, whole(0, items.length - 1));
  return {
    unit,
    whole,
    happens,
    pick,
    between: (low, high) => low + unit() * (high - low),
    logBetween: (low, high) => low * (high / low) ** unit(),
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    poisson: (mean) => poisson(unit, mean),
    weighted: (items) => weighted(unit, items),
    some: (items, count) => some(unit, items, count),
  };
}

/** A value of a list where the index is known to be inside it. */
export function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`Broken promise: no item ${index} of ${items.length}`);
  return item;
}

function poisson(unit: () => number, mean: number): number {
  const floor = Math.exp(-mean);
  let product = unit();
  let events = 0;
  while (product > floor && events < MOST_EVENTS) {
    product *= unit();
    events += 1;
  }
  return events;
}

function weighted<Item extends { readonly weight: number }>(
  unit: () => number,
  items: readonly Item[],
): Item {
  let left = unit() * items.reduce((total, item) => total + item.weight, 0);
  for (const item of items) {
    left -= item.weight;
    if (left < 0) return item;
  }
  return at(items, items.length - 1);
}

/** Walks the list once: each item is kept with the chance that the places left fall to it. */
function some<Item>(unit: () => number, items: readonly Item[], count: number): Item[] {
  let places = Math.min(count, items.length);
  return items.filter((_, index) => {
    const kept = unit() * (items.length - index) < places;
    if (kept) places -= 1;
    return kept;
  });
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

function splitmix(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}

function xoshiro(seed: number): () => number {
  const fill = splitmix(seed);
  let [a, b, c, d] = [fill(), fill(), fill(), fill()];
  const rotate = (value: number, by: number) => (value << by) | (value >>> (32 - by));
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result / RANGE;
  };
}
