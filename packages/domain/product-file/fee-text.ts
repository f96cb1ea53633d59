import { clip } from '../clip.ts';
import { parseAmountAsWritten } from '../credit/parse-amount.ts';
import { readChoice } from '../credit/read-choice.ts';
import type { Fee } from '../product/product.ts';
import { feeCycles, feeKinds, feeMethods, feePayers } from '../product/vocabulary.ts';
import type { Refusal } from '../refusal.ts';
import { decimal, percent } from './decimal.ts';
import { choicesOf } from './product-column.ts';
import { readRate } from './read-rate.ts';

/** The parts of a fee in their order: 费用名称|承担方|收取方|周期|支付方式|费率或金额. */
const FORM =
  '费用名称|承担方|收取方|周期|支付方式|费率或金额：担保费|企业|担保公司|放款时一次性|转账|0.8%';

const word = (table: Parameters<typeof choicesOf>[0]) => ({
  read: readChoice(choicesOf(table), false),
  expected: Object.values(table)
    .map(({ zh }) => zh)
    .join(', '),
});

const words = {
  kind: word(feeKinds),
  payer: word(feePayers),
  cycle: word(feeCycles),
  method: word(feeMethods),
};

/**
 * Fees one after the other, `;` between them and `|` between the parts of each, both of any width; a backslash takes
 * the sign behind it as it is. What they cost is `0.8%` or `80bp` of the principal, or `500元`, `0.05万元`. As over
 * HTTP, to be parsed. Refuses: wrong_type (parts missing or too many), not_in_list, number_wrong (the cost).
 */
export function readFees(
  text: string,
  field: string,
): { readonly fees: readonly unknown[]; readonly refusals: readonly Refusal[] } {
  const read = split(text, /[;；\n]/)
    .filter((fee) => fee.trim() !== '')
    .map((fee, place) => readFee(fee, `${field}[${place}]`));
  return {
    fees: read.map(({ fee }) => fee),
    refusals: read.flatMap(({ refusals }) => refusals),
  };
}

function readFee(text: string, field: string) {
  const parts = split(text, /[|｜]/).map((part) => part.trim());
  const [kind = '', payer = '', payee = '', cycle = '', method = '', cost = ''] = parts;
  if (parts.length !== 6) {
    const refusal: Refusal = { code: 'wrong_type', field, expected: FORM, actual: clip(text) };
    return { fee: undefined, refusals: [refusal] };
  }
  const told = { kind, payer, cycle, method };
  const refusals = (['kind', 'payer', 'cycle', 'method'] as const).flatMap((name): Refusal[] => {
    const { read, expected } = words[name];
    const actual = told[name];
    return read(actual) === undefined
      ? [{ code: 'not_in_list', field: `${field}.${name}`, expected, actual: clip(actual) }]
      : [];
  });
  const costs = readCost(cost);
  if (!costs)
    refusals.push({
      code: 'number_wrong',
      field: `${field}.rate`,
      expected: '0.8%, 80bp, 500元, 0.05万元',
      actual: clip(cost),
    });
  const fee = {
    kind: words.kind.read(kind),
    payer: words.payer.read(payer),
    payee: plain(payee),
    cycle: words.cycle.read(cycle),
    method: words.method.read(method),
    ...costs,
  };
  return { fee, refusals };
}

function readCost(text: string): { rate: number } | { amount: number } | undefined {
  if (/[%％]$|bps?$|基点$/i.test(text)) {
    const rate = readRate(text, 'percent');
    return rate === undefined ? undefined : { rate };
  }
  const amount = /元$/.test(text) ? parseAmountAsWritten(text, 'yuan') : undefined;
  return amount === undefined ? undefined : { amount };
}

/** At a separator that no backslash takes; the backslashes stay. */
function split(text: string, separator: RegExp): string[] {
  const parts = [''];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (separator.test(sign)) parts.push('');
    else if (sign === '\\') {
      parts.push(`${parts.pop() ?? ''}${text.slice(at, at + 2)}`);
      at += 1;
    } else parts.push(`${parts.pop() ?? ''}${sign}`);
  }
  return parts;
}

const plain = (text: string): string => text.replace(/\\([\s\S])/g, '$1');
const escaped = (text: string): string => text.replace(/[\\|｜;；\n]/g, (sign) => `\\${sign}`);

/** The other way round. */
export const writeFees = (fees: readonly Fee[]): string =>
  fees
    .map((fee) =>
      [
        feeKinds[fee.kind].zh,
        feePayers[fee.payer].zh,
        escaped(fee.payee),
        feeCycles[fee.cycle].zh,
        feeMethods[fee.method].zh,
        'rate' in fee ? percent(fee.rate) : `${decimal(fee.amount, 2)}元`,
      ].join('|'),
    )
    .join('；');
