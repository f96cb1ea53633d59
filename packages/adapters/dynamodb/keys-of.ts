import type { Counted } from '#domain/retention/counts-from';
import { monthOf } from '#domain/time';
import type { Collection, Collections, IdOf, Kept, Kind } from '#usecases/ports';

/** The index an item appears in, and where. */
export type IndexKey = { readonly pk: string; readonly sk: string };
export type Primary = { readonly pk: string; readonly sk: string };

/** How each of these kinds is kept: its primary key by id, and the index entries that its collections need. */
export type KeysOf<Of extends Kind> = {
  readonly [K in Of]: {
    readonly serves: string;
    readonly idOf: (value: Kept[K]) => IdOf[K];
    readonly key: (id: IdOf[K]) => Primary;
    readonly gsi1?: (value: Kept[K]) => IndexKey | undefined;
    readonly gsi2?: (value: Kept[K]) => IndexKey | undefined;
  };
};

/** Where a retention rule finds what it counts from a day on. */
export const counted = (of: Counted | undefined, id: string): IndexKey | undefined =>
  of && { pk: `RETENTION#${of.rule}#${monthOf(of.from)}`, sk: `${of.from}#${id}` };

/** How a collection is asked for. `prefix` bounds the sort key on the table itself. */
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
