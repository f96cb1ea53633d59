import type { CatalogueId } from '../credit/catalogue.ts';
import type { CreditRecord } from '../credit/record.ts';
import type { Enterprise } from '../enterprise/enterprise.ts';
import type { RecordId } from '../ids.ts';
import { accept, type Outcome, refuse } from '../refusal.ts';
import type { BusinessDate } from '../time.ts';
import { expectedOf } from './fact-definition.ts';
import { type FactName, type Facts, type FactValue, factDefinitions, isFactName } from './facts.ts';
import { readFacts, withDerived } from './read-facts.ts';
import type { Score } from './score.ts';
import { type CardSet, scoreBySegment } from './score-by-segment.ts';

/** A record as if it had been repaired, or a fact as if it were so. */
export type SupposedChange =
  | { readonly record: RecordId }
  | { readonly fact: string; readonly value: FactValue };

export const MAX_SUPPOSED = 20;

type Firm = {
  readonly enterprise: Enterprise;
  readonly records: readonly CreditRecord[];
  readonly complete: ReadonlySet<CatalogueId>;
  readonly asOf: BusinessDate;
};

export type Supposed = { readonly segment: string; readonly score: Score };

/**
 * A firm's score as it is and as it would be. What follows from a fact (its size, what it owes over what it
 * sells) follows from the supposed one too; a later change of the same fact wins. Refuses, by the first change
 * that cannot be: not_found (record), not_in_list (fact), wrong_type (value).
 */
export function suppose(
  firm: Firm,
  changes: readonly SupposedChange[],
  cards?: CardSet,
): Outcome<{ readonly before: Supposed; readonly after: Supposed }> {
  const values: Partial<Record<FactName, FactValue>> = {};
  const repaired = new Set<RecordId>();
  for (const change of changes) {
    if ('record' in change) {
      if (!firm.records.some(({ id }) => id === change.record))
        return refuse('not_found', { field: 'record', actual: change.record });
      repaired.add(change.record);
      continue;
    }
    const { fact, value } = change;
    if (!isFactName(fact)) return refuse('not_in_list', { field: 'fact', actual: fact });
    const expected = expectedOf(factDefinitions[fact], value);
    if (expected !== undefined)
      return refuse('wrong_type', { field: fact, expected, actual: String(value) });
    values[fact] = value;
  }
  const facts = readFacts(firm);
  const left = firm.records.filter(({ id }) => !repaired.has(id));
  const kept = repaired.size > 0 ? readFacts({ ...firm, records: left }) : facts;
  const scored = (of: Facts): Supposed => {
    const { segment, score } = scoreBySegment({ ...firm, facts: of }, cards);
    return { segment, score };
  };
  return accept({ before: scored(facts), after: scored(supposed(kept, values, firm.enterprise)) });
}

function supposed(
  facts: Facts,
  values: Partial<Record<FactName, FactValue>>,
  enterprise: Enterprise,
): Facts {
  const told: Facts = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, evidence: [] }]),
  );
  if (Object.keys(told).length === 0) return facts;
  return { ...withDerived({ ...facts, ...told }, enterprise), ...told };
}
