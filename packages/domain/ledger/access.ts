import type { Action } from '../access/policy.ts';
import { categoryOfCatalogue, type DataCategory } from '../consent/data-categories.ts';
import type { ReadPurpose } from '../consent/purposes.ts';
import type { CatalogueId } from '../credit/catalogue.ts';
import type { AccessId, ConsentId, UnifiedCode } from '../ids.ts';
import type { Party, Role } from '../principal.ts';
import type { RefusalCode } from '../refusal.ts';
import type { Instant } from '../time.ts';

/** A catalogue of which something was given, or the score. */
export type AccessField = CatalogueId | 'score';

export const accessActions = [
  'readEnterprise',
  'readProfile',
  'readRecords',
  'readScore',
  'checkEnterprise',
  'findFirms',
] as const satisfies readonly Action[];
export type AccessAction = (typeof accessActions)[number];

/** One line of the ledger: who read, or tried to read, what of which firm. Written once, never changed. */
export type Access = {
  readonly id: AccessId;
  readonly at: Instant;
  /** The firm. */
  readonly code: UnifiedCode;
  readonly reader: Party;
  /** The person or machine of the reader, and in which roles. */
  readonly person: string;
  readonly roles: readonly Role[];
  readonly action: AccessAction;
  /** As the reader named it; absent where a bank named none. */
  readonly purpose?: ReadPurpose;
  /** As the reader named it, and the hash of its artefact in force where it was the reader's own. */
  readonly consent?: ConsentId;
  readonly consentHash?: string;
  /** Asked for, and given where something was. */
  readonly categories: readonly DataCategory[];
  /** Of what something was given. */
  readonly fields: readonly AccessField[];
  readonly records: number;
  readonly result: 'given' | RefusalCode;
  /** SHA-256 in hex of the answer's canonical JSON; of a page, of its items. */
  readonly resultHash?: string;
  /** Of the scorecard or the rules by which the answer was made. */
  readonly versions: Readonly<Record<string, string>>;
};

/** What was asked for and what was given, each category once. */
export const categoriesOf = (
  asked: readonly DataCategory[],
  fields: readonly AccessField[],
): readonly DataCategory[] =>
  [
    ...new Set([
      ...asked,
      ...fields.map((field) => (field === 'score' ? field : categoryOfCatalogue[field])),
    ]),
  ].toSorted();
