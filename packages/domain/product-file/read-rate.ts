import { parseMoney } from '../money.ts';

export type RateUnit = 'percent' | 'share' | 'bp';

const WRITTEN = /^([+-]?\d+(?:\.\d+)?)(%|bps?|基点|个基点)?$/i;

/** Millionths of each unit in a basis point. */
const millionthsOf = { percent: 10_000, share: 100, bp: 1_000_000 } as const satisfies Record<
  RateUnit,
  number
>;

/**
 * `3.85`, `3.85%`, `385bp` in basis points, exactly; the unit beside it outweighs that of the column. Undefined
 * where it is none or finer than a basis point, and where a bare number below 0.1 stands among percents: that is
 * how sheets keep 3.85 %, as 0.0385, and nobody can know.
 */
export function readRate(text: string, unit: RateUnit): number | undefined {
  const [, number = '', beside] = WRITTEN.exec(text.normalize('NFKC').replace(/\s/g, '')) ?? [];
  const told = beside === undefined ? unit : beside === '%' ? 'percent' : 'bp';
  const isDoubtful = beside === undefined && unit === 'percent' && isBelowATenth(number);
  if (number === '' || isDoubtful) return undefined;
  // An amount in 万元 keeps six places, as many as a share needs.
  const millionths = parseMoney(number, 'wan_yuan');
  if (millionths === undefined || millionths % millionthsOf[told] !== 0) return undefined;
  return millionths === 0 ? 0 : millionths / millionthsOf[told];
}

const isBelowATenth = (number: string): boolean =>
  Number(number) !== 0 && Math.abs(Number(number)) < 0.1;
