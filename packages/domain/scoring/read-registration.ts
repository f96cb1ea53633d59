import { monthsBetween } from '../time.ts';
import type { Facts } from './facts.ts';
import { fact, latestFirst, type Reading, textIn } from './reading.ts';

export function readRegistration({ enterprise, asOf, of }: Reading): Facts {
  const records = of('enterprise-registration');
  const evidence = latestFirst(records);
  const latest = records.find((record) => record.id === evidence[0]);
  const { establishedOn } = enterprise;
  const age =
    establishedOn !== undefined && establishedOn <= asOf
      ? monthsBetween(establishedOn, asOf)
      : undefined;
  return {
    ...fact('age_months', age, evidence),
    ...fact('registered_capital_fen', enterprise.registeredCapital, evidence),
    ...fact('operating', enterprise.status === 'operating', evidence),
    ...fact('legal_form', latest && textIn(latest.content, 'legal_form'), evidence),
  };
}
