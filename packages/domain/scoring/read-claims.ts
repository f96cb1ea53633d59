import type { CreditRecord } from '../credit/record.ts';
import type { Facts } from './facts.ts';
import { counted, inUse, standsIn } from './in-use.ts';
import { fact, type Reading, share, textIn } from './reading.ts';

const LAWSUIT_MONTHS = 36;

/** Lawsuits against the firm, and what others hold of its property. */
export function readClaims(reading: Reading): Facts {
  const isDefendant = ({ content }: CreditRecord) => textIn(content, 'role') === 'defendant';
  const filed = inUse(reading, 'court-filing', LAWSUIT_MONTHS).filter(isDefendant);
  const lost = inUse(reading, 'court-judgment', LAWSUIT_MONTHS).filter(
    (record) => isDefendant(record) && textIn(record.content, 'outcome') === 'lost',
  );
  return {
    ...counted(reading, 'lawsuits_open', 'court-filing', filed),
    ...counted(reading, 'lawsuits_lost_36m', 'court-judgment', lost),
    ...standsIn(reading, 'bankruptcy_open', 'bankruptcy'),
    ...counted(
      reading,
      'real_estate_seized',
      'real-estate-seizure',
      inUse(reading, 'real-estate-seizure'),
    ),
    ...counted(
      reading,
      'real_estate_mortgages',
      'real-estate-mortgage',
      inUse(reading, 'real-estate-mortgage'),
    ),
    ...counted(
      reading,
      'movables_secured',
      'movables-security',
      inUse(reading, 'movables-security'),
    ),
  };
}

/** Facts of facts: judgment debts over yearly sales (domain.md D1 诉讼额/收入), none owed is none. */
export function judgmentToSales({ judgment_debt_fen: debt, sales_12m_fen: sales }: Facts): Facts {
  if (typeof debt?.value !== 'number') return {};
  const owed =
    typeof sales?.value === 'number' && sales.value > 0
      ? share(debt.value, sales.value)
      : undefined;
  return fact('judgment_to_sales_bp', debt.value === 0 ? 0 : owed, debt.evidence);
}
