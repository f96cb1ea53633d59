import type { DataCategory } from '#domain/consent/data-categories';
import type { Profile } from '#domain/credit/profile';
import type { KeptScore, Score } from '#domain/scoring/score';
import type { BusinessDate, Instant } from '#domain/time';
import { checkEnterprise, type EnterpriseCheck } from './check-enterprise.ts';
import type { Asked, Disclosure } from './disclose.ts';
import { listScores, type ToldScore } from './list-scores.ts';
import type { Products } from './load-market.ts';
import type { Ports } from './ports.ts';
import {
  type EnterpriseProfile,
  type Paged,
  type PageOf,
  readEnterprise,
  readScore,
} from './read.ts';
import { readProfile } from './read-profile.ts';
import { catalogueOfRecord, readRecords, type UsedRecord, withoutLines } from './read-records.ts';
import { type Replayed, replayScore } from './replay-score.ts';
import { type WhatIf, type WhatIfAnswer, whatIf } from './what-if.ts';

export type Dated = Asked & { readonly asOf?: BusinessDate };
/** `categories`: these alone; of a bank, they must be covered. */
export type OfCategories = Dated & { readonly categories?: readonly DataCategory[] };

/** Each read of a firm's credit: what it needs, what it gives. */
export const disclosures = (ports: Ports, products: Products) => ({
  enterprise: {
    action: 'readEnterprise',
    read: readEnterprise(ports),
    needs: () => ['registration'],
    given: ({ score }) => ({
      fields: ['enterprise-registration', ...(score ? (['score'] as const) : [])],
      records: 1,
      versions: score ? cardOf(score) : {},
    }),
  } satisfies Disclosure<Asked, EnterpriseProfile>,
  profile: {
    action: 'readProfile',
    read: readProfile(ports),
    needs: ({ categories }) => categories ?? 'covered',
    given: ({ catalogues }) => ({
      fields: Object.keys(catalogues) as (keyof typeof catalogues)[],
      records: Object.values(catalogues).reduce((all, { records }) => all + records, 0),
      versions: {},
    }),
  } satisfies Disclosure<OfCategories, Profile>,
  records: {
    action: 'readRecords',
    read: readRecords(ports),
    // A bank names what it reads: a listing of everything is no purpose.
    needs: ({ categories = [] }) => categories,
    given: ({ items }) => ({
      fields: items.map(({ catalogue }) => catalogue),
      records: items.length,
      versions: {},
      content: items.map(withoutLines),
    }),
  } satisfies Disclosure<OfCategories & PageOf, Paged<UsedRecord>>,
  score: {
    action: 'readScore',
    read: readScore(ports),
    needs: () => ['score'],
    given: (score) => ({ fields: ['score'], records: 0, versions: cardOf(score) }),
  } satisfies Disclosure<Asked, KeptScore>,
  past: {
    action: 'readScore',
    read: replayScore(ports),
    needs: () => ['score'],
    given: ({ score }) => ({ fields: ['score'], records: 0, versions: cardOf(score) }),
  } satisfies Disclosure<Asked & { readonly scoredAt: Instant }, Replayed>,
  told: {
    action: 'readScore',
    read: listScores(ports),
    needs: () => ['score'],
    given: () => ({ fields: ['score'], records: 0, versions: {} }),
  } satisfies Disclosure<Asked & PageOf, Paged<ToldScore>>,
  supposed: {
    action: 'readScore',
    read: whatIf(ports, products),
    needs: () => ['score'],
    given: ({ before, asOf }) => ({
      fields: ['score'],
      records: 0,
      versions: cardOf({ card: before.card, asOf }),
    }),
  } satisfies Disclosure<Asked & WhatIf, WhatIfAnswer>,
  check: {
    action: 'checkEnterprise',
    read: checkEnterprise(ports),
    needs: () => 'free',
    given: ({ hits, ruleVersion }) => ({
      fields: hits.map(({ record }) => catalogueOfRecord(record)),
      records: hits.length,
      versions: { lists: String(ruleVersion) },
    }),
  } satisfies Disclosure<Dated, EnterpriseCheck>,
});

const cardOf = ({ card, asOf }: Pick<Score, 'card' | 'asOf'>) => ({
  card: `${card.id}/${card.version}`,
  asOf,
});
