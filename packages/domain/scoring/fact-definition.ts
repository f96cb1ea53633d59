import type { CatalogueId } from '../credit/catalogue.ts';
import type { FactValue } from './facts.ts';

/** `integer`: a count · `share`: basis points · `money`: fen · `months`, `days`: whole ones that have passed. */
export type NumberType = 'integer' | 'share' | 'money' | 'months' | 'days';

/**
 * What a fact says: its type, its unit, and in which direction it is better for the firm; without a direction
 * neither is. `sources`: the catalogues that it is read from, none for what the register's fold tells.
 */
export type FactDefinition = {
  readonly zh: string;
  readonly en: string;
  readonly sources: readonly CatalogueId[];
} & (
  | {
      readonly type: NumberType;
      /** Of an `integer`, what is counted. */
      readonly unit?: string;
      readonly better?: 'higher' | 'lower';
    }
  | { readonly type: 'boolean'; readonly better?: 'true' | 'false' }
  | {
      readonly type: 'choice';
      readonly choices: readonly string[];
      /** Choices stand from the best to the worst. */
      readonly better?: 'earlier';
    }
);

/** In what a fact is told. */
export const unitOf = (definition: FactDefinition): string =>
  definition.type === 'integer' ? (definition.unit ?? 'number') : units[definition.type];

const units = {
  share: 'bp',
  money: 'fen',
  months: 'months',
  days: 'days',
  boolean: 'true or false',
  choice: 'choice',
} as const;

/** All values that the fact may have, where they can be listed. */
export function choicesOf(definition: FactDefinition): readonly FactValue[] | undefined {
  if (definition.type === 'boolean') return [true, false];
  return definition.type === 'choice' ? definition.choices : undefined;
}

/** What the fact may be, where it may not be this. */
export function expectedOf(definition: FactDefinition, value: FactValue): string | undefined {
  const choices = choicesOf(definition);
  if (choices === undefined) return Number.isSafeInteger(value) ? undefined : 'a whole number';
  if (choices.includes(value)) return undefined;
  return definition.type === 'boolean' ? 'true or false' : choices.join(', ');
}
