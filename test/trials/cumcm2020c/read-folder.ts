import { Stopped } from '#cli/demo/stopped';
import { findTable, readTable } from '../read-table.ts';

export type Firm = {
  readonly local: string;
  readonly rating: string;
  /** Read for judging the score afterwards; it never enters the store. */
  readonly defaulted: boolean | undefined;
};

/** Money net of tax, in fen. Void invoices do not count, red-letter ones take back what they take back. */
export type Totals = { readonly invoices: number; readonly amount: number };

export type InvoiceReading = {
  readonly path: string;
  readonly read: Totals;
  readonly void: number;
  /** Rows that repeat an invoice of the same firm, number and day, void ones among them. */
  readonly duplicates: number;
  /** What should remain: each invoice of a registered firm once, as it was told last. */
  readonly once: Totals;
};

export async function readFirms(folder: string): Promise<{ path: string; firms: readonly Firm[] }> {
  const path = findTable(folder, 'enterprises');
  const firms: Firm[] = [];
  for await (const cell of readTable(path, ['企业代号', '企业名称', '信誉评级', '是否违约']))
    firms.push({
      local: cell('企业代号'),
      rating: cell('信誉评级'),
      defaulted: cell('是否违约') === '是' ? true : cell('是否违约') === '否' ? false : undefined,
    });
  if (firms.length === 0) throw new Stopped(`${path} holds no firm.`);
  return { path, firms };
}

export async function readInvoices(
  folder: string,
  name: 'invoices-in' | 'invoices-out',
  firms: readonly Firm[],
): Promise<InvoiceReading> {
  const path = findTable(folder, name);
  const registered = new Set(firms.map(({ local }) => local));
  const once = new Map<string, number | undefined>();
  const columns = ['企业代号', '发票号码', '开票日期', '金额', '发票状态'] as const;
  let [rows, invoices, amount, voided] = [0, 0, 0, 0];
  let strangers = 0;
  for await (const cell of readTable(path, columns)) {
    rows += 1;
    const isVoid = cell('发票状态') === '作废发票';
    const net = fenOf(path, cell('金额'));
    if (isVoid) voided += 1;
    else [invoices, amount] = [invoices + 1, amount + net];
    if (registered.has(cell('企业代号')))
      once.set(
        `${cell('企业代号')} ${cell('发票号码')} ${cell('开票日期')}`,
        isVoid ? undefined : net,
      );
    else strangers += 1;
  }
  const kept = [...once.values()].filter((net) => net !== undefined);
  return {
    path,
    read: { invoices, amount },
    void: voided,
    duplicates: rows - strangers - once.size,
    once: { invoices: kept.length, amount: kept.reduce((sum, net) => sum + net, 0) },
  };
}

/** Digits are moved, never multiplied. */
function fenOf(path: string, text: string): number {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text) ?? [];
  if (whole === undefined || /[1-9]/.test(fraction.slice(2)))
    throw new Stopped(`${path} has an amount that is no yuan and fen: ${text}`);
  const fen = Number(whole + fraction.slice(0, 2).padEnd(2, '0'));
  return sign === '-' ? -fen : fen;
}
