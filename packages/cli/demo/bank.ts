import type { BankId } from '#domain/ids';
import { at } from './chance.ts';

/** How a bank lends, as multipliers and shifts on a product line's usual terms. All are made up. */
export type Bank = {
  readonly id: BankId;
  readonly name: string;
  /** Basis points on the usual price. */
  readonly dearer: number;
  /** Points more or less than the line usually asks. */
  readonly stricter: number;
  /** On the largest principal. */
  readonly larger: number;
  /** Working days to a decision, on top of the line's. */
  readonly slower: number;
  /** District codes where it lends; absent = the whole city. */
  readonly home?: readonly string[];
};

export const banks: readonly Bank[] = [
  row('cangmei', '沧湄银行苏州分行', [-25, 40, 1.6, 2]),
  row('pinglan', '平澜银行苏州分行', [-20, 30, 1.5, 2]),
  row('yunxu', '云墟银行苏州分行', [-10, 20, 1.2, 1]),
  row('hengzhi', '衡芷银行苏州分行', [0, 15, 1.2, 1]),
  row('wuzhu', '吴渚银行', [5, 0, 1, 0]),
  row('xudu', '胥渡银行', [10, -10, 1, 0]),
  row('loutin', '娄汀农村商业银行', [25, -30, 0.7, -1], ['320583', '320585']),
  row('fengxi', '葑溪农村商业银行', [25, -30, 0.7, -1], ['320506', '320508', '320594']),
  row('yushan', '隅衫农村商业银行', [30, -35, 0.7, -1], ['320581', '320582']),
  row('pantang', '泮塘农村商业银行', [30, -35, 0.6, -1], ['320507', '320509', '320505']),
  row('qinghe', '青禾网络银行', [70, -60, 0.35, -3]),
  row('suihang', '穗航村镇银行', [85, -70, 0.3, -1], ['320582', '320585', '320581']),
];

/** The bank to which the firm of the need in this place turns. */
export const lenderOf = (city: { readonly banks: number }, place: number): Bank =>
  at(banks, place % Math.min(city.banks, banks.length));

function row(
  id: string,
  name: string,
  [dearer, stricter, larger, slower]: readonly [number, number, number, number],
  home?: readonly string[],
): Bank {
  return {
    id: `bank_${id}`,
    name,
    dearer,
    stricter,
    larger,
    slower,
    ...(home && { home }),
  };
}
