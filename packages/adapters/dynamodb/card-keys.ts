import type { KeysOf } from './keys-of.ts';

/** How cards and what chooses among them are kept, what they told and how they compare; part of the table in keys.ts. */
export const cardKinds: KeysOf<
  'pastScore' | 'card' | 'cardVersion' | 'scheme' | 'schemeVersion' | 'cardComparison'
> = {
  pastScore: {
    serves: 'a score as it was told once, with what it was reckoned from',
    idOf: (value) => `${value.basis.code}/${value.scoredAt}`,
    key: (id) => {
      const [code, scoredAt] = id.split('/');
      return { pk: `ENTERPRISE#${code}#SCORES`, sk: `PAST#${scoredAt}` };
    },
  },
  card: {
    serves: 'a card for ever, by its hash',
    idOf: (value) => value.hash,
    key: (hash) => ({ pk: `CARD#${hash}`, sk: 'CARD' }),
  },
  cardVersion: {
    serves: 'one version of a card in the registry',
    idOf: (value) => value.id,
    key: (id) => ({ pk: `CARDVERSION#${id}`, sk: 'CARDVERSION' }),
    gsi1: (value) => ({ pk: 'CARDVERSIONS', sk: value.id }),
  },
  scheme: {
    serves: 'segment rules for ever, by their hash',
    idOf: (value) => value.hash,
    key: (hash) => ({ pk: `SCHEME#${hash}`, sk: 'SCHEME' }),
  },
  schemeVersion: {
    serves: 'one version of the segment rules in the registry',
    idOf: (value) => value.id,
    key: (id) => ({ pk: `SCHEMEVERSION#${id}`, sk: 'SCHEMEVERSION' }),
    gsi1: (value) => ({ pk: 'SCHEMEVERSIONS', sk: value.id }),
  },
  cardComparison: {
    serves: 'a challenger beside its champion, as of a day',
    idOf: ({ challenger, asOf }) => `${challenger}/${asOf}`,
    key: (id) => {
      const [challenger, asOf] = id.split('/');
      return { pk: `CARDVERSION#${challenger}`, sk: `COMPARISON#${asOf}` };
    },
    gsi1: ({ challenger, asOf }) => ({ pk: 'CARDCOMPARISONS', sk: `${asOf}#${challenger}` }),
  },
};
