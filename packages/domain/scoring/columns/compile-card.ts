import { assert } from '../../assert.ts';
import { WHOLE } from '../../rate.ts';
import { maximumOf, mostOf } from '../bins.ts';
import type { Dimension, Indicator, Scorecard, Veto } from '../scorecard.ts';
import { type Coding, codingOf, isCapped, type LookUp, lookUpOf } from './look-up.ts';
import { type RowAsked, rowAskedOf } from './row-look-up.ts';
import { tableLimitOf } from './table-limit.ts';

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

/** A card as tables: what `scoreColumns` runs. It gives what the plain engine gives, which stays the truth. */
export type CompiledCard = {
  readonly card: Scorecard;
  readonly codings: ReadonlyMap<string, Coding>;
  readonly asked: RowAsked;
  /** By place on the card: their reasons' and the dimensions' order. */
  readonly places: readonly LookUp[];
  readonly indicators: readonly Indicator[];
  /** The most that each dimension gives. */
  readonly most: readonly number[];
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

/** Needs a card without fault (`checkCard`) that keeps within the limits of tables (`tableLimitOf`). */
export function compileCard(card: Scorecard): CompiledCard {
  const limit = tableLimitOf(card);
  assert(limit === undefined, `a compiled card fits its tables: ${limit}`);
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
  const known = indicators.reduce((all, { indicator }) => all + maximumOf(indicator), 0);
  // What is not known may give more than all that is.
  const beyond = indicators.reduce(
    (all, { indicator }) => all + Math.max(maximumOf(indicator), indicator.missing),
    card.initial ?? 0,
  );
  const free = compiled
    .filter(({ dimension }) => dimension.limit === undefined)
    .flatMap(({ lookUps }) => lookUps)
    .toSorted((a, b) => b.worst - a.worst);
  const limited = compiled.filter(
    ({ dimension }) => dimension.limit !== undefined && !isCapped(dimension),
  );
  const capped = compiled.filter(({ dimension }) => isCapped(dimension));
  return {
    card,
    codings,
    asked: rowAskedOf([...codings.keys()], card.vetoes, [
      { lookUps: free, limit: Number.MAX_SAFE_INTEGER, isCapped: false },
      ...[...limited, ...capped].map(({ dimension, lookUps }) => ({
        lookUps,
        limit: dimension.limit?.points ?? Number.MAX_SAFE_INTEGER,
        isCapped: isCapped(dimension),
      })),
    ]),
    places,
    most: card.dimensions.map(mostOf),
    indicators: indicators.map(({ indicator }) => indicator),
    reasons: indicators.map(({ indicator }) => onlyReasonOf(indicator)),
    free,
    limited,
    capped,
    vetoes: card.vetoes.map((veto) => ({
      veto,
      code: codeOf(codings.get(veto.fact), veto.is),
    })),
    coverage: Uint16Array.from({ length: known + 1 }, (_, of) => Math.round((of * WHOLE) / known)),
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
