import type { Enterprise } from '../enterprise/enterprise.ts';
import { sizeOf } from '../enterprise/size.ts';
import { fen } from '../money.ts';
import type { Facts } from './facts.ts';
import { fact, MAX_EVIDENCE } from './reading.ts';

/** Insured people stand for 从业人员, invoiced sales for 营业收入; nobody delivers total assets. */
export function sizeFact(
  { insured_headcount: people, sales_12m_fen: sales }: Facts,
  { industry }: Pick<Enterprise, 'industry'>,
): Facts {
  const { size } = sizeOf({
    ...(industry !== undefined && { industry }),
    ...(typeof people?.value === 'number' && { employees: people.value }),
    ...(typeof sales?.value === 'number' && { revenue: fen(sales.value) }),
  });
  const evidence = [...(people?.evidence ?? []), ...(sales?.evidence ?? [])];
  return fact('size', size, evidence.slice(0, MAX_EVIDENCE));
}
