import type { Choices, Field } from '../credit/catalogue.ts';
import type { EligibilityFactName } from '../product/eligibility-facts.ts';

/**
 * What a cell holds. `money`: in the unit of its header · `rate`: `3.85`, `3.85%`, `385bp` · `months`, `days`: whole,
 * with or without their unit · `word`: one of `choices`, by code or spelling · `words`, `codes`: several, by
 * `LIST_SEPARATOR` · `fees`: `fee-text.ts` · `json`: a JSON array, as over HTTP.
 */
export type CellKind =
  | 'id'
  | 'text'
  | 'money'
  | 'rate'
  | 'months'
  | 'days'
  | 'whole'
  | 'date'
  | 'word'
  | 'words'
  | 'codes'
  | 'flag'
  | 'fees'
  | 'json';

export type CriterionSide = 'atLeast' | 'atMost' | 'is' | 'in' | 'except';

/** A column of a file of products; its id is the place in the product, `principal.min`. */
export type ProductColumn = Field & {
  readonly cell: CellKind;
  readonly en: string;
  readonly example: string;
  /** The side of a criterion that the column holds. */
  readonly criterion?: { readonly fact: EligibilityFactName; readonly side: CriterionSide };
};

/** Between the items of a list. */
export const LIST_SEPARATOR = /[、；;|｜,，\n]/;

type Word = { readonly zh: string; readonly en: string };

/** Codes of a vocabulary, met by both of their names too. */
export const choicesOf = (words: Readonly<Record<string, Word>>): Choices =>
  Object.fromEntries(Object.entries(words).map(([code, { zh, en }]) => [code, [zh, en]]));

const typeOf = {
  id: 'text',
  text: 'text',
  money: 'money',
  rate: 'text',
  months: 'text',
  days: 'text',
  whole: 'integer',
  date: 'date',
  word: 'choice',
  words: 'text',
  codes: 'text',
  flag: 'choice',
  fees: 'text',
  json: 'text',
} as const satisfies Record<CellKind, Field['type']>;

type Told = Omit<ProductColumn, 'id' | 'zh' | 'en' | 'cell' | 'type'>;

export const column = (
  id: string,
  [zh, en]: readonly [zh: string, en: string],
  cell: CellKind,
  { aliases = [], ...told }: Told,
): ProductColumn => ({
  id,
  zh,
  en,
  cell,
  type: typeOf[cell],
  aliases: [en, ...aliases],
  futureAllowed: true,
  ...told,
});

/** Money, a header for each unit: without one nobody can know which is meant. */
export const moneyColumn = (
  id: string,
  [zh, en]: readonly [zh: string, en: string],
  told: Told,
): ProductColumn =>
  column(id, [`${zh}（万元）`, `${en} (10k yuan)`], 'money', {
    ...told,
    aliases: [`${zh}（元）`, `${en} (yuan)`, ...(told.aliases ?? [])],
  });
