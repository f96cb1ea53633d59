import type { BankId, ProductId } from '../ids.ts';
import type { Fen } from '../money.ts';
import type { BasisPoints, LprTenor } from '../rate.ts';
import type { BusinessDate, Months } from '../time.ts';

export const guarantees = [
  'unsecured',
  'guarantor',
  'mortgage',
  'pledge',
  'guarantee_company',
  'risk_fund',
] as const;
export type Guarantee = (typeof guarantees)[number];

export const purposes = [
  'working_capital',
  'orders',
  'wages',
  'equipment',
  'upgrade',
  'research',
  'project',
  'green',
  'foreign_trade',
  'renewal',
] as const;
export type Purpose = (typeof purposes)[number];

export const repayments = [
  'equal_instalments',
  'equal_principal',
  'interest_first',
  'bullet',
  'revolving',
] as const;
export type Repayment = (typeof repayments)[number];

/** A yearly rate: fixed, or the loan prime rate plus or minus basis points (domain.md C11). */
export type Pricing =
  | { readonly kind: 'fixed'; readonly min: BasisPoints; readonly max: BasisPoints }
  | {
      readonly kind: 'lpr';
      readonly tenor: LprTenor;
      readonly min: BasisPoints;
      readonly max: BasisPoints;
    };

/** Whom the bank lends to. Absent = no condition. All that are present must hold. */
export type Criteria = {
  readonly minPoints?: number;
  readonly minAgeMonths?: number;
  readonly minAnnualSales?: Fen;
  readonly minInsuredHeadcount?: number;
  readonly maxSeriousPenalties?: number;
  readonly taxGrades?: readonly string[];
  readonly sizes?: readonly ('large' | 'medium' | 'small' | 'micro')[];
  readonly districts?: readonly string[];
  /** GB/T 4754 prefixes. */
  readonly industries?: readonly string[];
  readonly excludedIndustries?: readonly string[];
  readonly recommendedOnly?: boolean;
};

/** A credit product (信贷产品) as its bank lists it. */
export type Product = {
  readonly id: ProductId;
  readonly bank: { readonly id: BankId; readonly name: string };
  readonly name: string;
  readonly status: 'listed' | 'delisted';
  readonly principal: { readonly min: Fen; readonly max: Fen };
  readonly term: { readonly min: Months; readonly max: Months };
  readonly pricing: Pricing;
  readonly guarantees: readonly Guarantee[];
  readonly purposes: readonly Purpose[];
  readonly repayments: readonly Repayment[];
  readonly criteria: Criteria;
  /** Working days in which the bank promises a decision. */
  readonly decisionDays: number;
  readonly validFrom: BusinessDate;
  readonly validTo?: BusinessDate;
};
