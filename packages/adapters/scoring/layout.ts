import type { CompiledCard } from '#domain/scoring/columns/compile-card';
import type { Coding } from '#domain/scoring/columns/look-up';
import { BLOCK } from '#domain/scoring/columns/reckon';

const WHOLE_BYTES = 4;
const NUMBER_BYTES = 8;
/** Sums, what is known, four reasons. */
const OUTPUTS = 6;

export type Kind = 'whole' | 'number';
export const kindOf = (coding: Coding | undefined): Kind =>
  coding?.kind === 'number' ? 'number' : 'whole';

/** A constant of the kernel and where it lies. */
export type Constant = { readonly kind: Kind; readonly value: number; readonly address: number };

/** Addresses of a kernel's memory: a block of each column, then of each output, then constants as they come up. */
export type Layout = {
  readonly columns: ReadonlyMap<string, { readonly kind: Kind; readonly address: number }>;
  readonly outputs: readonly number[];
  readonly addressOf: (kind: Kind, value: number) => number;
  readonly constants: ReadonlyMap<string, Constant>;
  readonly bytes: () => number;
};

export function layoutOf({ codings, places }: CompiledCard): Layout {
  let end = 0;
  const reserve = (bytes: number) => {
    end += bytes;
    return end - bytes;
  };
  const facts = new Set(places.map(({ fact }) => fact));
  const columns = new Map(
    [...facts].map((fact) => {
      const kind = kindOf(codings.get(fact));
      return [fact, { kind, address: reserve(BLOCK * bytesOf(kind)) }] as const;
    }),
  );
  const outputs = Array.from({ length: OUTPUTS }, () => reserve(BLOCK * WHOLE_BYTES));
  const constants = new Map<string, Constant>();
  return {
    columns,
    outputs,
    constants,
    addressOf: (kind, value) => {
      const name = `${kind} ${value}`;
      const constant = constants.get(name) ?? {
        kind,
        value,
        // Floating ones lie where eight bytes divide.
        address: reserve(NUMBER_BYTES),
      };
      constants.set(name, constant);
      return constant.address;
    },
    bytes: () => end,
  };
}

const bytesOf = (kind: Kind) => (kind === 'whole' ? WHOLE_BYTES : NUMBER_BYTES);
