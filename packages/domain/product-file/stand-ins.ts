import { principalLimits, rateLimits, termLimits } from '../product/limits.ts';
import { productColumn } from './columns.ts';
import type { Entries } from './product-body.ts';

/** Lawful values that contradict nothing but one another. */
const standIns: Readonly<Record<string, unknown>> = {
  id: 'product_stand-in',
  'bank.id': 'bank_stand-in',
  'bank.name': '-',
  name: '-',
  kind: 'business_loan',
  'principal.min': principalLimits.min,
  'principal.max': principalLimits.max,
  limit: 'single',
  'term.min': termLimits.min,
  'term.max': termLimits.max,
  'pricing.kind': 'fixed',
  'pricing.min': rateLimits.min,
  'pricing.max': rateLimits.max,
  guarantees: ['unsecured'],
  purposes: ['other'],
  repayments: ['renewal_without_repayment'],
  'service.acceptDays': 0,
  'service.decisionDays': 0,
  'service.disburseDays': 0,
  validFrom: '1900-01-01',
};

/** What stands in for cells that cannot be read, so that the rest of their row can be checked at once. */
export function withStandIns(entries: Entries, atFault: ReadonlySet<string>): Entries {
  const stood = new Map(entries);
  for (const id of atFault) stood.delete(id);
  for (const [id, value] of Object.entries(standIns))
    if (atFault.has(id) || (!stood.has(id) && isNeeded(id))) stood.set(id, value);
  return stood;
}

const isNeeded = (id: string): boolean => id === 'bank.id' || productColumn(id)?.required === true;
