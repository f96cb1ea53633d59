import { addMonths, type BusinessDate, monthOf } from '#domain/time';
import { type Chance, createChance } from './chance.ts';
import type { Firm } from './firm.ts';
import { makeOutsider } from './firm-name.ts';
import { daysUntil, seasonOf } from './season.ts';
import type { Row, Sheet } from './sheet.ts';
import { trades } from './trade.ts';

/** Two full years beside the month that has only begun. */
const MONTHS = 25;
const STATUS = 9;

/** Sales invoices a month: small firms write few and larger ones, so that the city's total stays handy. */
const PACE = { micro: 1.75, small: 3.3, medium: 6.5, large: 14 } as const;
const PARTNERS = { micro: [3, 8], small: [6, 14], medium: [12, 28], large: [20, 45] } as const;

type Book = {
  readonly chance: Chance;
  readonly firm: Firm;
  readonly asOf: BusinessDate;
  /** Shares in percent. */
  readonly rate: number;
  readonly growth: number;
  readonly voided: number;
  readonly redLetter: number;
  /** Weighted: a shell has one customer, a weak firm leans on few. */
  readonly customers: readonly Partner[];
  readonly sellers: readonly Partner[];
  number: number;
};
type Partner = { readonly name: string; readonly weight: number };
type Side = {
  readonly direction: '销项' | '进项';
  readonly monthly: number;
  readonly pace: number;
};

/** 增值税发票, newest last, amounts in yuan; `names` are the city's own, with whom its firms trade. */
export const invoiceSheet = (
  seed: number,
  asOf: BusinessDate,
  names: readonly string[],
): Sheet<Firm> => ({
  columns: [
    { header: '纳税人识别号', role: 'code' },
    { header: '进销项标志', role: 'choice' },
    { header: '发票代码' },
    { header: '发票号码', role: 'required' },
    { header: '开票日期', role: 'day' },
    { header: '对方名称' },
    { header: '金额', role: 'sum' },
    { header: '税额', role: 'sum' },
    { header: '价税合计', role: 'sum' },
    { header: '发票状态', role: 'choice' },
  ],
  rowsOf: (firm) => (firm.invoices ? invoicesOf(openBook(seed, asOf, firm, names)) : []),
  amend: (row) => row.with(STATUS, '作废'),
});

function openBook(seed: number, asOf: BusinessDate, firm: Firm, names: readonly string[]): Book {
  const chance = createChance(seed, 'invoices', firm.index);
  const { quality, shell } = firm;
  const [few, many] = PARTNERS[firm.size];
  const lean = Math.max(0.3, 1.2 - 0.35 * quality + 0.2 * chance.normal());
  const smallScale = firm.sales < 500 && firm.size === 'micro' && chance.happens(0.6);
  return {
    chance,
    firm,
    asOf,
    rate: smallScale ? 1 : firm.trade.vat,
    growth: shell ? chance.between(3, 9) : 0.01 + 0.13 * quality + 0.12 * chance.normal(),
    voided: shell ? 0.24 : Math.min(0.12, 0.026 * Math.exp(-0.5 * quality)),
    redLetter: shell ? 0.06 : Math.min(0.08, 0.013 * Math.exp(-0.5 * quality)),
    customers: partners(chance, names, shell ? 1 : chance.whole(few, many), lean),
    sellers: partners(chance, names, shell ? 1 : Math.ceil(chance.whole(few, many) * 0.7), lean),
    number: chance.whole(100_000, 60_000_000),
  };
}

const partners = (chance: Chance, names: readonly string[], count: number, lean: number) =>
  Array.from({ length: count }, (_, place) => ({
    name: chance.happens(0.6) ? chance.pick(names) : makeOutsider(chance, chance.pick(trades)),
    weight: (place + 1) ** -lean,
  }));

function invoicesOf(book: Book): Row[] {
  const { firm, asOf } = book;
  const months = Math.min(MONTHS, firm.ageMonths);
  const rows: Row[] = [];
  for (let ago = months - 1; ago >= 0; ago -= 1) {
    const month = monthOf(addMonths(asOf, -ago));
    const level = (1 + book.growth) ** (-(ago - 5.5) / 12) * seasonOf(firm.trade.season, month);
    const monthly = (firm.sales * 10_000 * level) / 12;
    const pace = PACE[firm.size] * Math.sqrt(level);
    const thrift = 1 - 0.04 * firm.quality;
    rows.push(
      ...monthRows(book, month, { direction: '销项', monthly, pace }),
      ...monthRows(book, month, {
        direction: '进项',
        monthly: monthly * (firm.shell ? 0.99 : Math.min(0.98, firm.trade.bought * thrift)),
        pace: pace * 0.55,
      }),
    );
  }
  return rows;
}

/** Weak firms skip months; the month's sum is cut into a few uneven invoices. */
function monthRows(book: Book, month: string, side: Side): Row[] {
  const { chance, firm, asOf } = book;
  const days = daysUntil(month, asOf);
  if (chance.happens(Math.min(0.6, 0.05 * Math.exp(-1.1 * firm.quality)))) return [];
  const partial = days < 28 ? days / 30 : 1;
  const count = Math.max(firm.quality > -0.5 ? 1 : 0, chance.poisson(side.pace * partial));
  const shares = Array.from({ length: count }, () => chance.between(0.4, 1.6));
  const whole = shares.reduce((total, share) => total + share, 0);
  const monthly = side.monthly * partial * chance.between(0.88, 1.12);
  const dates = shares.map(() => chance.whole(1, days)).sort((left, right) => left - right);
  return shares.flatMap((share, place) => {
    const day = `${month}-${String(dates[place]).padStart(2, '0')}`;
    return written(book, side.direction, day, (monthly * share) / whole);
  });
}

/** One invoice, or one that is voided, or one that a red-letter invoice takes back the same day. */
function written(book: Book, direction: Side['direction'], day: string, yuan: number): Row[] {
  const { chance } = book;
  const partner = chance.weighted(direction === '销项' ? book.customers : book.sellers);
  const line = { direction, day, partner: partner.name };
  const voided = chance.happens(book.voided);
  const sound = invoiceRow(book, { ...line, yuan, status: voided ? '作废' : '正常' });
  if (voided || !chance.happens(book.redLetter)) return [sound];
  return [sound, invoiceRow(book, { ...line, yuan: -yuan, status: '正常' })];
}

function invoiceRow(
  book: Book,
  line: {
    readonly direction: string;
    readonly day: string;
    readonly partner: string;
    readonly yuan: number;
    readonly status: string;
  },
): Row {
  book.number += line.direction === '销项' ? 1 : book.chance.whole(3, 900);
  const cents = Math.round(line.yuan * 100);
  const tax = Math.round((cents * book.rate) / 100);
  return [
    book.firm.code,
    line.direction,
    `0320${line.day.slice(2, 4)}00${line.direction === '销项' ? '0130' : '0170'}`,
    String(book.number).padStart(8, '0'),
    line.day,
    line.partner,
    (cents / 100).toFixed(2),
    (tax / 100).toFixed(2),
    ((cents + tax) / 100).toFixed(2),
    line.status,
  ];
}
