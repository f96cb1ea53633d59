import type { RecordId } from '../ids.ts';

/** What a fact may say; money in fen, shares in basis points, times in months or days (the name tells). */
export type FactValue = number | string | boolean;
/** A known fact with the records that it was read from; a fact that is not known is absent. */
export type Fact = { readonly value: FactValue; readonly evidence: readonly RecordId[] };

export const factNames = [
  // registration
  'age_months',
  'registered_capital_fen',
  'operating',
  'legal_form',
  // social insurance
  'insured_headcount',
  'insured_headcount_growth_bp',
  'insured_months_of_12',
  // invoices, last 12 months unless named
  'sales_12m_fen',
  'sales_growth_bp',
  'recent_sales_share_bp',
  'sales_months_of_12',
  'sales_volatility_bp',
  'days_since_last_sale',
  'customers',
  'largest_customer_bp',
  'repeat_customers_bp',
  'suppliers_of_goods',
  'purchases_12m_fen',
  'margin_bp',
  'void_sales_bp',
  'red_letter_sales_bp',
  'invoice_history_months',
  // tax
  'tax_grade',
  'tax_grade_a_years',
  'tax_arrears_fen',
  // compliance
  'penalties_minor_36m',
  'penalties_general_36m',
  'penalties_serious_36m',
  'penalty_amount_36m_fen',
  'months_since_last_penalty',
  'licences_in_force',
  'licences_lost_24m',
  // courts
  'judgment_debt_fen',
  'judgment_debts_open',
  'dishonest_debtor',
  // lists
  'hard_stop_listed',
  // honours
  'honours_in_force',
  'high_level_honours_in_force',
] as const;
export type FactName = (typeof factNames)[number];
export type Facts = { readonly [Name in FactName]?: Fact };
