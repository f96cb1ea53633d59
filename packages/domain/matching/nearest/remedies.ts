import { regimes } from '../../credit/regimes/orders.ts';
import type { Fault } from '../../credit/regimes/regime.ts';
import type { EligibilityFactName, firmLists } from '../../product/eligibility-facts.ts';

type Facts = readonly EligibilityFactName[];

/** What the firm can wait for: these grow by one each month, as long as it goes on. */
export const growing = [
  'age_months',
  'invoice_history_months',
  'months_since_last_penalty',
] as const satisfies Facts;

/** Counts that fall by one with each penalty repaired (domain.md C8), by the gravity of what they count. */
export const penaltyCounts = {
  penalties_minor_36m: 'minor',
  penalties_general_36m: 'general',
  penalties_serious_36m: 'serious',
} as const satisfies { readonly [Name in EligibilityFactName]?: Fault };
export type PenaltyCount = keyof typeof penaltyCounts;

export const penaltyCountNames = [
  'penalties_minor_36m',
  'penalties_general_36m',
  'penalties_serious_36m',
] as const satisfies readonly PenaltyCount[];

/** They follow from the penalties that count: nothing of them is left once no penalty does. */
export const penaltySums = ['penalty_amount_36m_fen', 'penalty_weight'] as const satisfies Facts;

/** The least publicity of any regime: a penalty younger than that is not repaired yet. */
export const repairableAfter = (fault: Fault): number =>
  Math.max(...regimes.map(({ publicity }) => publicity[fault].minMonths));

/** Entries that a repair takes away, and the lists that the firm then leaves. */
export const repairedEntries = {
  abnormal_operation: ['abnormal_operation'],
  tax_abnormal: [],
} as const satisfies { readonly [Name in EligibilityFactName]?: readonly FirmList[] };
export type RepairedEntry = keyof typeof repairedEntries;
export const repairedEntryNames = [
  'abnormal_operation',
  'tax_abnormal',
] as const satisfies readonly RepairedEntry[];
type FirmList = (typeof firmLists)[number];

/** What a repair (信用修复) mends. */
export type Mendable = PenaltyCount | RepairedEntry;

/** What is over once it is paid (cleared_on, settled_on, closed_on of its catalogue), and the facts that tell of it. */
export const debts = {
  tax: ['tax_arrears_fen'],
  utilities: ['utility_arrears_fen'],
  wages: ['wage_arrears_open'],
  judgments: ['judgment_debt_fen', 'judgment_debts_open', 'judgment_to_sales_bp'],
} as const satisfies Readonly<Record<string, Facts>>;
export type Debt = keyof typeof debts;
export const debtNames = [
  'tax',
  'utilities',
  'wages',
  'judgments',
] as const satisfies readonly Debt[];
