import { assert } from '../../assert.ts';
import { WHOLE } from '../../rate.ts';
import { maximumOf } from '../bins.ts';
import type { Dimension, Indicator, Scorecard, Veto } from '../scorecard.ts';
import { type Coding, codingOf, isCapped, type LookUp, lookUpOf } from './look-up.ts';

/** Indicators of a dimension with a limit, which are summed by themselves. */
export type CompiledDimension = {
  readonly dimension: Dimension;
  readonly lookUps: readonly LookUp[];
};

export type CompiledVeto = {
  readonly veto: Veto;
  /** The code of its value in the column of its fact. */
  readonly code: number;
};

/** What a card asks of one fact. */
export type Asked = { readonly lookUps: readonly LookUp[]; readonly vetoes: readonly Veto[] };

/** A card as tables: what `scoreColumns` runs. It gives what the plain engine gives, which stays the truth. */
export type CompiledCard = {
  readonly card: Scorecard;
  readonly codings: ReadonlyMap<string, Coding>;
  readonly asked: ReadonlyMap<string, Asked>;
  /** By place on the card: their reasons' and the dimensions' order. */
  readonly places: readonly LookUp[];
  readonly indicators: readonly Indicator[];
  /** Attributes by place where nothing is known. */
  readonly unknown: Int32Array;
  /** Codes of reasons by place; undefined where attributes differ in theirs. */
  readonly reasons: readonly (string | undefined)[];
  /** Of dimensions without a limit, those that may take most first: the fewer reasons move later on. */
  readonly free: readonly LookUp[];
  readonly limited: readonly CompiledDimension[];
  readonly capped: readonly CompiledDimension[];
  readonly vetoes: readonly CompiledVeto[];
  /** Basis points by the sum of the maxima that are known. */
  readonly coverage: Uint16Array;
  /** Place in the card's bands by points; one more than there are where none reaches so low. */
  readonly grades: Uint8Array;
};

/** Vetoes stand as bits. */
const MAX_VETOES = 31;

/** Needs a card without fault (`checkCard`), of at most 128 indicators whose points lie between 0 and 1023. */
export function compileCard(card: Scorecard): CompiledCard {
  assert(card.vetoes.length <= MAX_VETOES, 'a compiled card has at most 31 vetoes');
  const indicators = card.dimensions.flatMap((dimension) =>
    dimension.indicators.map((indicator) => ({ dimension, indicator })),
  );
  const facts = [...indicators.map(({ indicator }) => indicator), ...card.vetoes].map(
    ({ fact }) => fact,
  );
  const codings = new Map([...new Set(facts)].map((fact) => [fact, codingOf(card, fact)]));
  const places = indicators.map(({ dimension, indicator }, place) =>
    lookUpOf(dimension, indicator, {
      place,
      coding: codings.get(indicator.fact) ?? NUMBER,
      vetoes: card.vetoes,
    }),
  );
  const lookUpsOf = (of: Dimension) =>
    places.filter(({ place }) => indicators[place]?.dimension === of);
  const compiled = card.dimensions.map((dimension) => ({
    dimension,
    lookUps: lookUpsOf(dimension),
  }));
  const most = indicators.reduce((all, { indicator }) => all + maximumOf(indicator), 0);
  // What is not known may give more than all that is.
  const beyond = indicators.reduce(
    (all, { indicator }) => all + Math.max(maximumOf(indicator), indicator.missing),
    card.initial ?? 0,
  );
  return {
    card,
    codings,
    asked: new Map(
      [...codings.keys()].map((fact) => [
        fact,
        {
          lookUps: places.filter((lookUp) => lookUp.fact === fact),
          vetoes: card.vetoes.filter((veto) => veto.fact === fact),
        },
      ]),
    ),
    places,
    indicators: indicators.map(({ indicator }) => indicator),
    unknown: Int32Array.from(places, ({ unknown }) => unknown),
    reasons: indicators.map(({ indicator }) => onlyReasonOf(indicator)),
    free: compiled
      .filter(({ dimension }) => dimension.limit === undefined)
      .flatMap(({ lookUps }) => lookUps)
      .toSorted((a, b) => b.worst - a.worst),
    limited: compiled.filter(
      ({ dimension }) => dimension.limit !== undefined && !isCapped(dimension),
    ),
    capped: compiled.filter(({ dimension }) => isCapped(dimension)),
    vetoes: card.vetoes.map((veto) => ({
      veto,
      code: codeOf(codings.get(veto.fact), veto.is),
    })),
    coverage: Uint16Array.from({ length: most + 1 }, (_, known) =>
      Math.round((known * WHOLE) / most),
    ),
    grades: gradesOf(card, beyond),
  };
}

const NUMBER: Coding = { kind: 'number' };

function codeOf(coding: Coding | undefined, value: boolean | string): number {
  const code = coding?.kind === 'choice' ? coding.codes.get(value) : undefined;
  assert(code !== undefined, 'a veto asks for a choice of its fact');
  return code;
}

const onlyReasonOf = ({ bins, missingReason, reason }: Indicator): string | undefined =>
  missingReason === undefined && bins.every((bin) => bin.reason === undefined) ? reason : undefined;

const gradesOf = ({ bands }: Scorecard, most: number): Uint8Array =>
  Uint8Array.from({ length: most + 1 }, (_, points) => {
    const band = bands.findIndex(({ from }) => points >= from);
    return band < 0 ? bands.length : band;
  });
