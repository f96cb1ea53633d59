import { catalogues } from '../credit/catalogues.ts';
import { listHits, listOf } from '../credit/lists/list-hits.ts';
import { listTypeOf } from '../credit/lists/list-type.ts';
import type { Facts } from './facts.ts';
import { fact, type Reading } from './reading.ts';

/** A veto of its own. */
const TOLD_BY_COURTS = 'dishonest_debtor';

/** Catalogues whose records may stop a firm hard, besides that of the dishonest debtors. */
const stopping = () =>
  Object.values(catalogues).filter(({ list }) => {
    if (!list) return false;
    if ('field' in list) return true;
    return list.type !== TOLD_BY_COURTS && listTypeOf(list.type)?.action === 'hard_stop';
  });

/** Whether the firm stands on a list that stops hard; unknown while a catalogue of such lists is not collected. */
export function readLists({ asOf, of, silenceMeansNone }: Reading): Facts {
  const entries = stopping().flatMap((catalogue) =>
    of(catalogue.id).map((record) => {
      const list = listOf(catalogue, record.content);
      return [record.id, { ...record, ...(list !== undefined && { list }) }] as const;
    }),
  );
  const stops = listHits(entries, asOf).filter(({ action }) => action === 'hard_stop');
  const known = stops.length > 0 || stopping().every(({ id }) => silenceMeansNone(id));
  return fact(
    'hard_stop_listed',
    known ? stops.length > 0 : undefined,
    stops.map(({ record }) => record),
  );
}
