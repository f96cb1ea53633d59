import { type Fen, type MoneyUnit, parseMoney } from '../money.ts';

/** `538(万元人民币)`, `234.7万人民币`, `1200元`: a unit beside the amount outweighs that of the column. */
const WITH_UNIT = /^([^(万元人]+)\(?(?=[万元人])(?:人民币)?(万?)(?:人民币)?元?(?:人民币|整)?\)?$/;

/** `12,345.6`, `￥1 000`, `１２００`, in the unit given unless one stands beside it. Renminbi only. */
export function parseAmountAsWritten(text: string, unit: MoneyUnit): Fen | undefined {
  const plain = text.normalize('NFKC');
  const amount = parseMoney(plain, unit);
  if (amount !== undefined) return amount;
  const [, number, wan] = WITH_UNIT.exec(plain) ?? [];
  return number === undefined ? undefined : parseMoney(number, wan === '万' ? 'wan_yuan' : 'yuan');
}
