import type { KeysOf } from './keys-of.ts';

/** Which firms may be found, and how many a product reaches; part of the table in keys.ts. */
export const findingKinds: KeysOf<'findability' | 'reach' | 'reachCount'> = {
  findability: {
    serves: "a firm's consent to be found",
    idOf: (value) => value.code,
    key: (code) => ({ pk: `FINDABILITY#${code}`, sk: 'FINDABILITY' }),
    gsi1: ({ status, code }) => (status === 'allowed' ? { pk: 'FINDABLE', sk: code } : undefined),
  },
  reach: {
    serves: 'how many firms a product reaches',
    idOf: (value) => value.product,
    key: (id) => ({ pk: `PRODUCT#${id}`, sk: 'REACH' }),
  },
  reachCount: {
    serves: 'how far the counting of the firms that products reach is',
    idOf: () => 'city',
    key: () => ({ pk: 'REACH', sk: 'COUNT' }),
  },
};

export const findableCollection = {
  serves: 'the firms that allow banks to find them, by code',
  kind: 'findability',
  index: 'gsi1',
  pk: () => 'FINDABLE',
} as const;
