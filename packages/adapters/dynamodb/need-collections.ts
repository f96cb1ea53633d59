import type { CollectionsOf } from './keys-of.ts';

/** How needs and the terms that they had are asked for. */
export const needCollections: CollectionsOf<'needs' | 'needsOfEnterprise' | 'editionsOfNeed'> = {
  needs: { serves: 'all needs', kind: 'need', index: 'gsi1', pk: () => 'NEEDS' },
  needsOfEnterprise: {
    serves: 'the needs of a firm, newest first',
    kind: 'need',
    index: 'gsi2',
    pk: (code) => `ENTERPRISE#${code}#NEEDS`,
    newestFirst: true,
  },
  editionsOfNeed: {
    serves: 'the editions of a need by number',
    kind: 'needEdition',
    pk: (id) => `NEED#${id}`,
    prefix: 'EDITION#',
  },
};
