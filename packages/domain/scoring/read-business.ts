import type { Content } from '../credit/record.ts';
import type { Facts } from './facts.ts';
import { counted, inUse } from './in-use.ts';
import { type PackedYear, packedYear } from './packed-months.ts';
import { fact, numberIn, type Reading, share, textIn } from './reading.ts';

const WIN_MONTHS = 24;

/** Declarations, meters, customs, tenders and contracts: business as others than invoices see it. */
export function readBusiness(reading: Reading): Facts {
  const declared = packedYear(reading, 'declared-sales', (line) => numberIn(line, 'sales'));
  const power = packedYear(reading, 'utility-usage', electricityOf);
  const wins = inUse(reading, 'procurement-win', WIN_MONTHS);
  return {
    ...(declared && {
      ...fact('declared_sales_12m_fen', declared.sum, declared.evidence),
      ...fact('declared_sales_growth_bp', growthOf(declared), declared.evidence),
    }),
    ...(power && fact('electricity_growth_bp', growthOf(power), power.evidence)),
    ...readExports(reading),
    ...counted(reading, 'procurement_wins_24m', 'procurement-win', wins),
    ...counted(reading, 'contracts_in_force', 'contract', inUse(reading, 'contract')),
  };
}

const electricityOf = (line: Content) =>
  textIn(line, 'kind') === 'electricity' ? numberIn(line, 'quantity') : undefined;

const growthOf = ({ sum, before }: PackedYear) =>
  before === undefined ? undefined : share(sum - before, before);

/** Of a firm of which customs know nothing, exports are zero where silence means none. */
function readExports(reading: Reading): Facts {
  const exports = packedYear(reading, 'customs-trade', (line) =>
    textIn(line, 'direction') === 'export' ? numberIn(line, 'amount') : 0,
  );
  if (exports) return fact('exports_12m_fen', exports.sum, exports.evidence);
  const silent = reading.of('customs-trade').length === 0;
  return fact(
    'exports_12m_fen',
    silent && reading.silenceMeansNone('customs-trade') ? 0 : undefined,
    [],
  );
}
