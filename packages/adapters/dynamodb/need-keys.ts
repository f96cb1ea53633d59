import { editionId } from '#domain/need/need-edition';
import type { KeysOf } from './keys-of.ts';

/** Wide enough for MAX_EDITIONS. */
const DIGITS = 3;

/** How needs and the terms that they had are kept: everything of a need lies together. */
export const needKinds: KeysOf<'need' | 'needEdition'> = {
  need: {
    serves: 'one financing need',
    idOf: (value) => value.id,
    key: (id) => ({ pk: `NEED#${id}`, sk: 'NEED' }),
    gsi1: (value) => ({ pk: 'NEEDS', sk: value.id }),
    gsi2: (value) => ({
      pk: `ENTERPRISE#${value.code}#NEEDS`,
      sk: `${value.submittedAt}#${value.id}`,
    }),
  },
  needEdition: {
    serves: 'the terms that a need had, by number',
    idOf: editionId,
    key: (id) => {
      const cut = id.lastIndexOf('/');
      return {
        pk: `NEED#${id.slice(0, cut)}`,
        sk: `EDITION#${id.slice(cut + 1).padStart(DIGITS, '0')}`,
      };
    },
  },
};
