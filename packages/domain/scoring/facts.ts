import type { RecordId } from '../ids.ts';
import type { FactDefinition } from './fact-definition.ts';
import { complianceFacts } from './facts/compliance.ts';
import { courtsFacts } from './facts/courts.ts';
import { honoursFacts } from './facts/honours.ts';
import { invoicesFacts } from './facts/invoices.ts';
import { operationsFacts } from './facts/operations.ts';
import { performanceFacts } from './facts/performance.ts';
import { registrationFacts } from './facts/registration.ts';

export type { FactDefinition } from './fact-definition.ts';

/** What a fact may say; money in fen, shares in basis points, times in months or days (its definition tells). */
export type FactValue = number | string | boolean;
/** A known fact with the records that it was read from; a fact that is not known is absent. */
export type Fact = { readonly value: FactValue; readonly evidence: readonly RecordId[] };

/** Every fact of the city, in the order in which people read them. */
export const factDefinitions = {
  ...registrationFacts,
  ...invoicesFacts,
  ...operationsFacts,
  ...performanceFacts,
  ...complianceFacts,
  ...courtsFacts,
  ...honoursFacts,
} as const satisfies Readonly<Record<string, FactDefinition>>;

export type FactName = keyof typeof factDefinitions;
export const isFactName = (name: string): name is FactName => Object.hasOwn(factDefinitions, name);
export const factNames: readonly FactName[] = Object.keys(factDefinitions).filter(isFactName);

/** What the readers tell of a firm. */
export type Facts = { readonly [Name in FactName]?: Fact };
/** Facts by whatever names a card reads. */
export type KnownFacts = Readonly<Record<string, Fact | undefined>>;

/** What facts say, by name, as they are stored and as cards read them. */
export type FactValues = Readonly<Record<string, FactValue | undefined>>;
/** A fact that is not known stands in no values. */
export function valuesOf(facts: KnownFacts): Readonly<Record<string, FactValue>> {
  const values: Record<string, FactValue> = {};
  // In the order of the names, so that the same facts are the same JSON.
  for (const name of Object.keys(facts).toSorted()) {
    const value = facts[name]?.value;
    if (value !== undefined) values[name] = value;
  }
  return values;
}
