import type { CreditRecord, FieldValue } from '../credit/record.ts';
import { fen } from '../money.ts';
import { parseDate } from '../time.ts';
import type { Enterprise, EnterpriseStatus } from './enterprise.ts';

const statuses: readonly EnterpriseStatus[] = ['operating', 'cancelled', 'revoked', 'moved_out'];

/**
 * The firm that a registration record makes; undefined for records of other catalogues. A register that is
 * silent on the status speaks of firms in operation.
 */
export function enterpriseOf(record: CreditRecord): Enterprise | undefined {
  if (record.catalogue !== 'enterprise-registration') return undefined;
  const { name, status, established_on, industry, district, registered_capital } = record.content;
  const establishedOn = typeof established_on === 'string' ? parseDate(established_on) : undefined;
  return {
    code: record.subject,
    name: String(name),
    status: statuses.find((one) => one === status) ?? 'operating',
    ...(establishedOn && { establishedOn }),
    ...(isText(industry) && { industry }),
    ...(isText(district) && { district }),
    ...(typeof registered_capital === 'number' && { registeredCapital: fen(registered_capital) }),
  };
}

const isText = (value: FieldValue | undefined): value is string => typeof value === 'string';
