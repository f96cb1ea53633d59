import type { FactDefinition } from './fact-definition.ts';
import type { FactValue } from './facts.ts';

/** The code of a reason and its sentence. */
export type Reason = { readonly code: string; readonly zh: string; readonly en: string };

/** Half-open bins in rising order, `from` inclusive; the first may lack `from`. Choices are listed. */
export type Bin = (
  | { readonly from?: number; readonly to?: number }
  | { readonly is: readonly FactValue[] }
) & {
  readonly points: number;
  /** Where this attribute is explained otherwise than its indicator. */
  readonly reason?: Reason;
};

/** A characteristic of the firm and the points of each attribute. Missing is not zero: it has its own points. */
export type Indicator = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** A name of the city's facts, or of the card's own. */
  readonly fact: string;
  readonly bins: readonly Bin[];
  /** Points where the fact is not known. */
  readonly missing: number;
  /** What is not known is a reason only where the card says which. */
  readonly missingReason?: Reason;
  /** Points of a value that no bin speaks of; without it, such a value is as good as not known. */
  readonly other?: number;
  /** Missing may give more than the best bin or less than the worst. */
  readonly missingBeyond?: true;
  /** Points may fall where the fact improves, for the reason that `source` gives. */
  readonly turns?: true;
  /** Points against which the loss is told; the indicator's most unless told. */
  readonly baseline?: number;
  /** The code under which points below the baseline are explained, and its sentence. */
  readonly reason: string;
  readonly reasonZh: string;
  readonly reasonEn: string;
  /** Where the weight comes from: a place in domain.md (C7, D1 …), a report of the laboratory. */
  readonly source?: string;
};

/** What an indicator is on every card that has it: all but its points. */
export type IndicatorWords = Omit<Indicator, 'bins' | 'missing'>;

/**
 * `cap`: the dimension gives at most so many points, whatever its indicators sum to · `bonus`: the same, and it
 * only ever adds: nobody is told that they lack it.
 */
export type Limit = { readonly kind: 'cap' | 'bonus'; readonly points: number };

export type Dimension = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly limit?: Limit;
  readonly indicators: readonly Indicator[];
};

/**
 * A fact that caps the points whatever the rest says, e.g. a dishonest debtor in force. Its names are the
 * sentences of its code; a fact that is not known never vetoes.
 */
export type Veto = {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly fact: string;
  readonly is: boolean | string;
  /** Points are never above this when the veto holds. */
  readonly cap: number;
  readonly source?: string;
};

export type GradeBand = { readonly grade: string; readonly from: number };

/** A scorecard is data: points over dimensions, bands, vetoes. Points are whole numbers. */
export type Scorecard = {
  readonly id: string;
  readonly version: number;
  readonly zh: string;
  readonly en: string;
  /** Points of every firm before its first indicator; 0 unless told. */
  readonly initial?: number;
  /** Facts that are not the city's: of a sample on which the card was fitted. */
  readonly facts?: Readonly<Record<string, FactDefinition>>;
  readonly dimensions: readonly Dimension[];
  readonly vetoes: readonly Veto[];
  /** From the highest; the last one of a city's card starts at 0. */
  readonly bands: readonly GradeBand[];
};
