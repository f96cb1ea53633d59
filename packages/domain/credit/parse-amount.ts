import { type Fen, type MoneyUnit, parseMoney } from '../money.ts';

/** `538(万元人民币)`, `234.7万人民币`, `1200元`: a unit beside the amount outweighs that of the column. */
const WITH_UNIT = /^([^(万元人]+)\(?(?=[万元人])(?:人民币)?(万?)(?:人民币)?元?(?:人民币|整)?\)?$/;
/** `(1,234.5)`, `(1,234.5)万元`: how accountants write what is below zero. */
const IN_BRACKETS = /^\(([￥¥]?\d[^()]*)\)([^()]*)$/;
const CURRENCY = /^(?:人民币|RMB|CNY)(?=[￥¥\d\s(+-])/i;

/**
 * `12,345.6`, `￥1 000`, `１２００`, `(1,234.5)`, in the unit given unless one stands beside it. Renminbi only. An
 * exponent (`1.2E+05`) is no amount: a sheet that shows one has dropped digits.
 */
export function parseAmountAsWritten(text: string, unit: MoneyUnit): Fen | undefined {
  const asIs = parseMoney(text, unit);
  if (asIs !== undefined) return asIs;
  const plain = text.normalize('NFKC').replace(CURRENCY, '').trim();
  const [, bracketed, beside = ''] = IN_BRACKETS.exec(plain) ?? [];
  const signed = bracketed === undefined ? plain : `-${bracketed}${beside}`;
  const amount = parseMoney(signed, unit);
  if (amount !== undefined) return amount;
  const [, number, wan] = WITH_UNIT.exec(signed) ?? [];
  return number === undefined ? undefined : parseMoney(number, wan === '万' ? 'wan_yuan' : 'yuan');
}
