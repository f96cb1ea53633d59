import { assert } from '../../assert.ts';
import type { UnifiedCode } from '../../ids.ts';
import { type EligibilityFactName, eligibilityFact } from '../../product/eligibility-facts.ts';
import type { Applicant, ApplicantFacts } from '../applicant.ts';

export type Told = ApplicantFacts[EligibilityFactName];

/**
 * One fact of many firms: by row the place of what was told. Equal values share a place, so that a criterion judges
 * each of them once, whatever the number of firms; place 0 is what nobody told.
 */
export type NarrowColumn = {
  readonly kind: 'narrow';
  readonly told: readonly Told[];
  readonly places: Uint16Array;
  /** By place: how many firms told it. */
  readonly firms: Uint32Array;
};
/** Numbers, too many different ones to judge each: place 1 is the least of them, 0 what nobody told. */
export type WideColumn = {
  readonly kind: 'wide';
  readonly told: Float64Array;
  readonly places: Uint32Array;
};
export type FirmColumn = NarrowColumn | WideColumn;

/** What is known of many firms on a day, by code, a column for each fact that is asked. */
export type FirmColumns = {
  readonly codes: readonly UnifiedCode[];
  /** As columns of `true` and `false`. */
  readonly unstopped: NarrowColumn;
  readonly operating: NarrowColumn;
  /** By row; −1 where there is no score. */
  readonly points: Int16Array;
  readonly of: ReadonlyMap<EligibilityFactName, FirmColumn>;
};

/** Of places, more than which a table of verdicts no longer stays close to the processor. */
const MAX_NARROW = 4_096;
const MAX_PLACES = 0x10000;
const NO_POINTS = -1;

/** Columns for these facts, of firms that come one by one in the order of their codes. */
export function fillColumns(facts: Iterable<EligibilityFactName>): {
  readonly put: (firm: Applicant) => void;
  readonly finish: () => FirmColumns;
} {
  const codes: UnifiedCode[] = [];
  const points: number[] = [];
  const unstopped = draftValues();
  const operating = draftValues();
  const drafts = [...facts].map((fact) => ({
    fact,
    draft: eligibilityFact(fact).kind === 'number' ? draftNumbers() : draftValues(),
  }));
  return {
    put: (firm) => {
      assert((codes.at(-1) ?? '') < firm.code, 'firms come in the order of their codes, each once');
      codes.push(firm.code);
      const { points: told } = firm.facts;
      points.push(typeof told === 'number' ? told : NO_POINTS);
      unstopped.put(firm.hardStops.length === 0);
      operating.put(firm.operating);
      for (const { fact, draft } of drafts) draft.put(firm.facts[fact]);
    },
    finish: () => ({
      codes,
      unstopped: unstopped.finish(),
      operating: operating.finish(),
      points: Int16Array.from(points),
      of: new Map(drafts.map(({ fact, draft }) => [fact, draft.finish()])),
    }),
  };
}

function draftValues() {
  const told: Told[] = [undefined];
  const known = new Map<string, number>();
  const places: number[] = [];
  return {
    put: (value: Told) => {
      if (value === undefined) return void places.push(0);
      const key = typeof value === 'string' ? `"${value}` : JSON.stringify(value);
      const place = known.get(key) ?? told.push(value) - 1;
      known.set(key, place);
      places.push(place);
    },
    finish: (): NarrowColumn => {
      assert(told.length <= MAX_PLACES, 'choices, codes and sets are few');
      return narrow(told, places);
    },
  };
}

/** Where a number is told in another kind, nobody told it. */
function draftNumbers() {
  const values: number[] = [];
  return {
    put: (value: Told) => void values.push(typeof value === 'number' ? value : Number.NaN),
    finish: (): FirmColumn => {
      const sorted = new Float64Array(
        new Set(values.filter((value) => !Number.isNaN(value))),
      ).sort();
      const placeOf = new Map<number, number>();
      for (const [index, value] of sorted.entries()) placeOf.set(value, index + 1);
      const places = values.map((value) => placeOf.get(value) ?? 0);
      return sorted.length < MAX_NARROW
        ? narrow([undefined, ...sorted], places)
        : { kind: 'wide', told: sorted, places: Uint32Array.from(places) };
    },
  };
}

function narrow(told: readonly Told[], placed: readonly number[]): NarrowColumn {
  const firms = new Uint32Array(told.length);
  for (const place of placed) firms[place] = (firms[place] ?? 0) + 1;
  return { kind: 'narrow', told, places: Uint16Array.from(placed), firms };
}
