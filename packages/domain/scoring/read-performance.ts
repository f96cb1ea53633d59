import type { CreditRecord } from '../credit/record.ts';
import type { Facts } from './facts.ts';
import { counted, inUse } from './in-use.ts';
import { outstanding } from './outstanding.ts';
import { packedYear } from './packed-months.ts';
import { gradeFact } from './read-grade.ts';
import { fact, numberIn, type Reading, textIn } from './reading.ts';

const MONTHS = 36;

/** Taxes paid, bills, wages, contracts and commitments: whether a firm keeps what it owes. */
export function readPerformance(reading: Reading): Facts {
  const taxes = packedYear(reading, 'tax-paid', (line) => numberIn(line, 'amount'));
  const bills = outstanding(reading, 'utility-arrears', 'settled_on');
  const wages = outstanding(reading, 'wage-arrears', 'settled_on');
  return {
    ...(taxes && fact('tax_paid_12m_fen', taxes.sum, taxes.evidence)),
    ...fact('utility_arrears_fen', bills.amount, bills.evidence),
    ...fact('wage_arrears_open', wages.count, wages.evidence),
    ...readContracts(reading),
    ...readCommitments(reading),
    ...gradeFact(reading, 'customs_grade', 'customs-grade'),
  };
}

/** A contract counts once, as it was evaluated last. */
function readContracts(reading: Reading): Facts {
  const evaluated = inUse(reading, 'contract-performance', MONTHS);
  const latest = [...Map.groupBy(evaluated, contractOf).values()].flatMap((of) =>
    of.toSorted(byDay).slice(0, 1),
  );
  const such = (...kinds: readonly string[]) =>
    latest.filter(({ content }) => kinds.includes(textIn(content, 'performance') ?? ''));
  return {
    ...counted(
      reading,
      'contracts_performed_36m',
      'contract-performance',
      such('performing', 'performed'),
    ),
    ...counted(reading, 'contracts_breached_36m', 'contract-performance', such('late', 'breached')),
  };
}

const contractOf = ({ id, content }: CreditRecord) => textIn(content, 'contract_number') ?? id;
/** The latest first; of one day, the greater id. */
const byDay = (a: CreditRecord, b: CreditRecord) =>
  order(b.occurredOn, a.occurredOn) || order(b.id, a.id);
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What was made good has ended, and counts no more. */
function readCommitments(reading: Reading): Facts {
  const checked = inUse(reading, 'commitment-keeping', MONTHS);
  const such = (kept: string) => checked.filter(({ content }) => textIn(content, 'kept') === kept);
  return {
    ...counted(reading, 'commitments_kept_36m', 'commitment-keeping', such('kept')),
    ...counted(reading, 'commitments_broken_36m', 'commitment-keeping', such('broken')),
  };
}
