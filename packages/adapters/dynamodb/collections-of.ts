import type { Collection, Collections } from '#usecases/ports';

/** How each of these collections is asked for. `prefix` bounds the sort key on the table itself. */
export type CollectionsOf<Of extends Collection> = {
  readonly [C in Of]: {
    readonly serves: string;
    readonly kind: Collections[C]['kind'];
    readonly index?: 'gsi1' | 'gsi2';
    readonly pk: (of: string) => string;
    readonly prefix?: string;
    readonly newestFirst?: boolean;
  };
};
