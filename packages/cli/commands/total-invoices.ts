import type { CreditRecord } from '#domain/credit/record';

type DirectionTotal = {
  /** Void ones left out. */
  readonly invoices: number;
  /** Net of tax; red-letter invoices take back what they take back. */
  readonly amountFen: number;
  readonly void: number;
};
export type InvoiceTotals = { readonly sale: DirectionTotal; readonly purchase: DirectionTotal };

/** The invoices of a firm, from its packed records. */
export function totalInvoices(records: readonly CreditRecord[]): InvoiceTotals {
  const lines = records
    .filter(({ catalogue }) => catalogue === 'vat-invoice')
    .flatMap(({ lines = [] }) => lines);
  const total = (direction: keyof InvoiceTotals): DirectionTotal => {
    const all = lines.filter(({ content }) => content.direction === direction);
    const valid = all.filter(({ content }) => content.status !== 'void');
    return {
      invoices: valid.length,
      amountFen: valid.reduce((sum, { content }) => sum + Number(content.amount), 0),
      void: all.length - valid.length,
    };
  };
  return { sale: total('sale'), purchase: total('purchase') };
}
