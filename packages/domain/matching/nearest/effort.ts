import type { NeedTerms } from '../../need/need.ts';
import type { Guarantee } from '../../product/vocabulary.ts';
import type { Provide } from '../matching.ts';
import type { Change } from './change.ts';

/**
 * What a change asks of a firm, in points of effort: ours, fitted to nothing, in the order in which owners say they would
 * rather do it. One point is a hundredth of the loan: whoever gives up a tenth of it gives up ten.
 */
export const efforts = {
  // One more bank sees the need: a click.
  audience: 2,
  // The firm knows where the money will be used.
  district: 2,
  // Of the whole loan: the plan has to shrink or grow with it.
  principal: 100,
  // Of the whole term: instalments change, the plan does not.
  term: 60,
  repayment: 6,
  // Points for every 5 basis points: a per cent more a year is a fifth of giving the loan up.
  rate_ceiling: 1,
  // The money has to go elsewhere: short of giving the plan up.
  purpose: 80,
  // A consent, which can be withdrawn.
  disclose: 4,
  // Paying what is owed, beside the amount itself.
  settle: 20,
  // Papers, a promise and ten working days; each further record takes the same papers again.
  repair: 40,
  furtherRepair: 10,
  // The office decides, by batch.
  join_list: 60,
  // A month: the need is for now.
  wait: 8,
} as const;

/** How a fact becomes known: the firm says it · it lets it be read · somebody has to deliver it. */
export const provideEfforts = {
  declare: 2,
  disclose: 4,
  record: 15,
} as const satisfies Record<Provide['how'], number>;

/** From what leaves the firm freest (vocabulary): nothing, a fee, somebody's word, an asset, several. */
export const guaranteeEfforts = {
  unsecured: 1,
  risk_fund: 10,
  guarantee_company: 15,
  guarantee_insurance: 15,
  guarantor_firm: 20,
  guarantor_person: 20,
  pledge_receivables: 22,
  pledge_ip: 22,
  pledge_equity: 26,
  pledge_deposit: 26,
  mortgage: 30,
  combination: 40,
} as const satisfies Record<Guarantee, number>;

const RATE_STEP = 5;
/** Who owes more than that share of the loan, in per cent, is told no more effort. */
const MOST_OWED = 400;

/** A whole number, at least one: of two sets of which one is part of the other the part is cheaper. */
export function effortOf(change: Change, { principal }: Pick<NeedTerms, 'principal'>): number {
  switch (change.kind) {
    case 'principal':
    case 'term':
      return share(Math.abs(change.to - change.from), change.from, change.to, efforts[change.kind]);
    case 'guarantee':
      return guaranteeEfforts[change.to];
    case 'rate_ceiling':
      return efforts.rate_ceiling * Math.ceil((change.to - change.from) / RATE_STEP);
    case 'provide':
      return provideEfforts[change.provide.how];
    case 'settle':
      return (
        efforts.settle + Math.min(Math.ceil(((change.owed ?? 0) * 100) / principal), MOST_OWED)
      );
    case 'repair':
      return efforts.repair + efforts.furtherRepair * (Number(change.from) - Number(change.to) - 1);
    case 'wait':
      return efforts.wait * change.months;
    default:
      return efforts[change.kind];
  }
}

/** Of the larger of the two, so that a loan ten times as large is no more than the whole. */
const share = (distance: number, from: number, to: number, whole: number): number =>
  Math.ceil((distance * whole) / Math.max(from, to));
