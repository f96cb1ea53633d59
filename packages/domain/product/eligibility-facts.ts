import { assert } from '../assert.ts';
import { categoryOfCatalogue, type DataCategory } from '../consent/data-categories.ts';
import { type FactDefinition, unitOf } from '../scoring/fact-definition.ts';
import { type FactName, factDefinitions, factNames } from '../scoring/facts.ts';

/**
 * A fact that eligibility may name. `number`: whole, in `unit` · `tree`: a code of GB/T 4754 or of the divisions,
 * met by prefixes · `set`: several values at once. `categories`: what the firm has to disclose for it to be known;
 * none = what it declares in its need.
 */
export type EligibilityFact = {
  readonly zh: string;
  readonly en: string;
  readonly kind: 'number' | 'flag' | 'choice' | 'tree' | 'set';
  readonly unit: string;
  readonly choices?: readonly string[];
  readonly better?: 'higher' | 'lower' | 'true' | 'false' | 'earlier';
  readonly categories: readonly DataCategory[];
};

/** Lists that a score or the whitelist in effect tells of. */
export const firmLists = [
  'recommended',
  'dishonest_debtor',
  'serious_dishonesty',
  'abnormal_operation',
  'attention',
] as const;

const firmFacts = {
  points: {
    zh: '信用分',
    en: 'Points',
    kind: 'number',
    unit: 'points',
    better: 'higher',
    categories: ['score'],
  },
  grade: {
    zh: '信用等级',
    en: 'Grade',
    kind: 'choice',
    unit: 'choice',
    choices: ['A', 'B', 'C', 'D', 'E'],
    better: 'earlier',
    categories: ['score'],
  },
  industry: {
    zh: '行业',
    en: 'Industry (GB/T 4754)',
    kind: 'tree',
    unit: 'GB/T 4754',
    categories: ['registration'],
  },
  district: {
    zh: '所在区县',
    en: 'District',
    kind: 'tree',
    unit: 'division code',
    categories: ['registration'],
  },
  lists: {
    zh: '所在名单',
    en: 'Lists on which the firm stands',
    kind: 'set',
    unit: 'lists',
    choices: firmLists,
    categories: ['lists'],
  },
  existing_loans_fen: {
    zh: '存量贷款余额',
    en: 'Loans outstanding',
    kind: 'number',
    unit: 'fen',
    better: 'lower',
    categories: [],
  },
  existing_lenders: {
    zh: '存量贷款机构数',
    en: 'Lenders at present',
    kind: 'number',
    unit: 'lenders',
    better: 'lower',
    categories: [],
  },
  first_time_borrower: {
    zh: '首贷户',
    en: 'First-time borrower',
    kind: 'flag',
    unit: 'true or false',
    categories: [],
  },
  collateral_value_fen: {
    zh: '可抵质押物价值',
    en: 'Value of collateral',
    kind: 'number',
    unit: 'fen',
    better: 'higher',
    categories: [],
  },
} as const satisfies Readonly<Record<string, EligibilityFact>>;

export type EligibilityFactName = keyof typeof firmFacts | FactName;

/** Every fact of a score is one of eligibility too. */
const known: Readonly<Record<string, EligibilityFact>> = {
  ...Object.fromEntries(factNames.map((name) => [name, ofScore(factDefinitions[name])])),
  ...firmFacts,
};

export const isEligibilityFact = (name: string): name is EligibilityFactName =>
  Object.hasOwn(known, name);
export const eligibilityFactNames: readonly EligibilityFactName[] =
  Object.keys(known).filter(isEligibilityFact);

/** What a name says: every name has one. */
export function eligibilityFact(name: EligibilityFactName): EligibilityFact {
  const fact = known[name];
  assert(fact !== undefined, `${name} is a fact`);
  return fact;
}

function ofScore(definition: FactDefinition): EligibilityFact {
  const { zh, en, better, sources } = definition;
  return {
    zh,
    en,
    kind: kindOf(definition),
    unit: unitOf(definition),
    ...(better && { better }),
    ...(definition.type === 'choice' && { choices: definition.choices }),
    categories: categoriesOf(sources),
  };
}

function kindOf({ type }: FactDefinition): EligibilityFact['kind'] {
  return type === 'boolean' ? 'flag' : type === 'choice' ? 'choice' : 'number';
}

/** What is read from nothing but the register's fold is the register's. */
function categoriesOf(sources: FactDefinition['sources']): readonly DataCategory[] {
  return sources.length === 0
    ? ['registration']
    : [...new Set(sources.map((source) => categoryOfCatalogue[source]))];
}
