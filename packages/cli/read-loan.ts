import type { CostAsked } from '#domain/cost/product-cost';
import { type Fen, parseMoney } from '#domain/money';
import { namesIn } from '#domain/names-in';
import { principalLimits, rateLimits, termLimits } from '#domain/product/limits';
import type { Fee } from '#domain/product/product';
import {
  feeCycles,
  feeKinds,
  feeMethods,
  feePayers,
  repaymentKinds,
} from '#domain/product/vocabulary';
import { type BasisPoints, basisPoints } from '#domain/rate';
import { months } from '#domain/time';
import { Misuse } from './misuse.ts';

/** Who collects a fee is not typed. */
const UNTOLD = '–';

/** `guarantee:1%:upfront:deducted:enterprise`; the last two may be left out. Refuses by `Misuse`. */
export function readFee(text: string): Fee {
  const [kind, price = '', cycle, method = 'transfer', payer = 'enterprise', more] =
    text.split(':');
  if (more !== undefined)
    throw new Misuse(`--fee is KIND:PRICE:CYCLE:METHOD:PAYER at most, not ${text}`);
  const told = {
    kind: readName('--fee KIND', feeKinds, kind),
    payer: readName('--fee PAYER', feePayers, payer),
    payee: UNTOLD,
    cycle: readName('--fee CYCLE', feeCycles, cycle),
    method: readName('--fee METHOD', feeMethods, method),
  };
  return price.endsWith('%')
    ? { ...told, rate: readPercent('--fee PRICE', price) }
    : { ...told, amount: readYuan('--fee PRICE', price) };
}

/** A loan as it is typed, without its fees. Refuses by `Misuse`: what is missing, no number, out of its limits. */
export function readLoan(typed: {
  readonly principal?: string | undefined;
  readonly term?: string | undefined;
  readonly repayment?: string | undefined;
  readonly rate?: string | undefined;
}): CostAsked {
  const principal = readYuan('--principal', typed.principal ?? '');
  const term = /^\d{1,3}$/.test(typed.term ?? '') ? Number(typed.term) : 0;
  if (principal < principalLimits.min || principal > principalLimits.max)
    throw new Misuse(`--principal is up to ${principalLimits.max / 100} yuan`);
  if (term < termLimits.min || term > termLimits.max)
    throw new Misuse(
      `--term is ${termLimits.min} to ${termLimits.max} months, not ${typed.term ?? 'nothing'}`,
    );
  return {
    principal,
    term: months(term),
    repayment: readName('--repayment', repaymentKinds, typed.repayment),
    ...(typed.rate !== undefined && { rate: readRate(typed.rate) }),
  };
}

function readRate(text: string): BasisPoints {
  const rate = readPercent('--rate', text);
  if (rate <= rateLimits.max) return rate;
  throw new Misuse(`--rate is up to ${rateLimits.max / 100} %, not ${text}`);
}

/** `3.85%` → 385: digits are moved, never multiplied. */
function readPercent(option: string, text: string): BasisPoints {
  const [, whole, fraction = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%$/.exec(text) ?? [];
  if (whole === undefined) throw new Misuse(`${option} is a rate such as 3.85%, not ${text}`);
  return basisPoints(Number(`${whole}${fraction.padEnd(2, '0')}`));
}

function readYuan(option: string, text: string): Fen {
  const amount = parseMoney(text, 'yuan');
  if (amount !== undefined && amount >= 0) return amount;
  throw new Misuse(`${option} is an amount in yuan such as 1,000,000, not ${text || 'nothing'}`);
}

function readName<Table extends object>(
  option: string,
  table: Table,
  text: string | undefined,
): keyof Table & string {
  const name = namesIn(table).find((known) => known === text);
  if (name !== undefined) return name;
  throw new Misuse(`${option} is one of ${namesIn(table).join(', ')}, not ${text || 'nothing'}`);
}
