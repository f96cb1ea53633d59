import type { Mapping } from '#domain/credit/batch';
import type { CatalogueId } from '#domain/credit/catalogue';
import { catalogues } from '#domain/credit/catalogues';
import { prepareReader } from '#domain/credit/prepare-reader';
import { type RowRead, readRow } from '#domain/credit/read-row';
import { date } from '#domain/time';

export const TODAY = date('2026-11-20');
export const CODE = '91320583MA25NK6N1W';

/** Reads one row whose header is the names of its cells. */
export function readARow(
  id: CatalogueId,
  cells: Readonly<Record<string, string>>,
  mapping?: Mapping,
): RowRead {
  const catalogue = catalogues[id];
  const reader = prepareReader({
    catalogue,
    columns: Object.keys(cells),
    ...(mapping && { mapping }),
  });
  if (!reader.ok) return { ok: false, refusals: [reader.refusal] };
  return readRow({ catalogue, reader: reader.value, row: { line: 2, cells }, today: TODAY });
}

export const anInvoice = {
  code: CODE,
  direction: '销项',
  number: '11459356',
  issued_on: '2019-08-04',
  amount: '9401.71',
  tax: '1598.29',
  total: '11000.0',
  status: '有效发票',
};

export const aPenalty = {
  code: CODE,
  document_number: '苏市监罚〔2023〕1号',
  category: '罚款',
  decided_on: '2023-07-18',
  authority: '苏州市市场监督管理局',
};

export const aLicence = {
  code: CODE,
  document_number: '苏许〔2023〕1号',
  licence_name: '食品经营许可',
  decided_on: '2023-07-18',
  authority: '苏州市行政审批局',
};

export const aRegistration = { code: CODE, name: '昆山某某有限公司' };
