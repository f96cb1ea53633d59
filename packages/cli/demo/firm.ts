import { addDays, addMonths, type BusinessDate, monthsBetween } from '#domain/time';
import { type Chance, createChance } from './chance.ts';
import { makeCode } from './code.ts';
import { type District, districts } from './district.ts';
import { makeName } from './firm-name.ts';
import { type SizeGroup, type Trade, trades } from './trade.ts';

export type LegalForm = 'company' | 'sole_proprietor' | 'cooperative';
export type Size = 'micro' | 'small' | 'medium' | 'large';

/** A made-up firm as its maker knows it; departments deliver only what they would see of it. */
export type Firm = {
  readonly index: number;
  readonly code: string;
  readonly name: string;
  readonly form: LegalForm;
  readonly district: District;
  readonly trade: Trade;
  readonly size: Size;
  readonly establishedOn: BusinessDate;
  readonly ageMonths: number;
  readonly status: 'operating' | 'cancelled' | 'revoked' | 'moved_out';
  readonly heads: number;
  /** 万元, of the last twelve months. */
  readonly sales: number;
  /** 万元. */
  readonly capital: number;
  /** How well the firm is run, about -3 to 3: what its records have in common. */
  readonly quality: number;
  /** Lives on invoices rather than trade: young, one customer, much voided, growing from nothing. */
  readonly shell: boolean;
  readonly invoices: boolean;
  readonly insured: boolean;
};

/** Of a thousand registered: micro and small dominate; medium and large are over-drawn to be seen at all. */
const sizes = [
  { size: 'micro', level: 0, weight: 610 },
  { size: 'small', level: 1, weight: 310 },
  { size: 'medium', level: 2, weight: 65 },
  { size: 'large', level: 3, weight: 15 },
] as const;

const statuses = [
  { status: 'operating', weight: 955 },
  { status: 'cancelled', weight: 22 },
  { status: 'revoked', weight: 10 },
  { status: 'moved_out', weight: 13 },
] as const;

const SHELLS = 0.015;
const WITH_INVOICES = 0.7;
const OLDEST_MONTHS = 384;
const CODE_KINDS = { company: '91', sole_proprietor: '92', cooperative: '93' } as const;

export function makeFirm(seed: number, asOf: BusinessDate, index: number, attempt = 0): Firm {
  const chance = createChance(seed, 'firm', index, attempt);
  const district = chance.weighted(districts);
  const trade = chance.weighted(trades);
  const shell = chance.happens(SHELLS);
  const drawn = shell ? sizes[0] : chance.weighted(sizes);
  const form = formOf(chance, trade, drawn.size, shell);
  const months = shell ? chance.whole(5, 26) : ageOf(chance, drawn.level);
  const establishedOn = addDays(addMonths(asOf, -months), -chance.whole(0, 27));
  const quality = shell ? -1.2 + 0.4 * chance.normal() : qualityOf(chance, months);
  const status = shell ? 'operating' : chance.weighted(statuses).status;
  const measures = measure(chance, trade.group, drawn.level, shell);
  const visible = shell || chance.happens(WITH_INVOICES * (form === 'company' ? 1.08 : 0.7));
  return {
    index,
    code: makeCode(chance, CODE_KINDS[form], registrarOf(chance, district, establishedOn)),
    name: makeName(chance, { district, trade, form }),
    form,
    district,
    trade,
    size: drawn.size,
    establishedOn,
    ageMonths: monthsBetween(establishedOn, asOf),
    status,
    ...measures,
    capital: capitalOf(chance, measures.sales, form),
    quality,
    shell,
    invoices: visible && status === 'operating',
    insured: status === 'operating' && chance.happens(form === 'company' ? 0.93 : 0.5),
  };
}

/** Companies about 80 %; co-operatives are farmers; sole proprietors keep shops and small workshops. */
function formOf(chance: Chance, trade: Trade, size: Size, shell: boolean): LegalForm {
  if (shell || size === 'medium' || size === 'large') return 'company';
  if (trade.code.startsWith('A')) return chance.happens(0.75) ? 'cooperative' : 'company';
  const handy = trade.season === 'shop' || /^[OH]/.test(trade.code);
  const share = size === 'micro' ? (handy ? 0.5 : 0.24) : handy ? 0.18 : 0.03;
  return chance.happens(share) ? 'sole_proprietor' : 'company';
}

/** Half of the firms are younger than about six years; larger ones are older. */
const ageOf = (chance: Chance, level: number): number =>
  Math.min(
    OLDEST_MONTHS,
    2 + level * 20 + Math.floor(-Math.log(1 - chance.unit()) * (84 + level * 16)),
  );

/** Time selects: the older firm is a little better run. */
const qualityOf = (chance: Chance, months: number): number =>
  Math.max(-3, Math.min(3, chance.normal() + Math.min(0.4, months / 400) - 0.15));

const registrarOf = (chance: Chance, district: District, on: BusinessDate): string => {
  if (on < '2012-09-01' && district.former.length > 0) return chance.pick(district.former);
  return chance.happens(0.04) ? '320500' : district.code;
};

/** Heads and sales inside the bounds of one size class (domain.md C3), the two going together. */
function measure(chance: Chance, group: SizeGroup, level: number, shell: boolean) {
  const place = chance.unit();
  const within = (bounds: SizeGroup['heads'], lowest: number) => {
    const low = level === 0 ? lowest : (bounds[level - 1] ?? lowest);
    const high = bounds[level] ?? low * 3;
    const wobble = Math.min(0.98, Math.max(0, place + 0.15 * chance.normal()));
    return low * (high / low) ** wobble;
  };
  const heads = Math.max(1, Math.round(within(group.heads, 2)));
  const sales = Math.round(within(group.sales, Math.max(12, group.sales[0] * 0.12)));
  return shell ? { heads: chance.whole(1, 3), sales: chance.whole(80, 280) } : { heads, sales };
}

/** Round as articles of association are: 10, 50, 100, 500, 2,000 万元 … about a third of sales. */
function capitalOf(chance: Chance, sales: number, form: LegalForm): number {
  const wished = sales * chance.logBetween(0.1, 0.9) * (form === 'company' ? 1 : 0.2);
  const steps = [1, 2, 3, 5, 8, 10, 20, 30, 50, 100, 200, 300, 500, 800, 1000, 2000, 3000, 5000];
  return steps.findLast((step) => step <= wished) ?? Math.max(1, Math.round(wished));
}
