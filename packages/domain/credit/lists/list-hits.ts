import type { EnterpriseStatus } from '../../enterprise/enterprise.ts';
import type { CaseId, RecordId } from '../../ids.ts';
import { addMonths, type BusinessDate } from '../../time.ts';
import { brokenPromiseRule, brokenPromises } from '../broken-promise.ts';
import type { Catalogue } from '../catalogue.ts';
import { catalogues } from '../catalogues.ts';
import type { Content } from '../record.ts';
import { type Usable, usesOf } from '../uses.ts';
import {
  LIST_RULE_VERSION,
  type ListAction,
  type ListTypeId,
  listActions,
  listTypeOf,
} from './list-type.ts';

/** A firm stands on a list; `until` inclusive, absent where nothing says when it leaves. */
export type ListHit = {
  readonly type: ListTypeId;
  readonly action: ListAction;
  /** The record that says so. */
  readonly record: RecordId;
  readonly since: BusinessDate;
  readonly until?: BusinessDate;
  /** The objection that is open against it; the hit stands until it is decided. */
  readonly disputedBy?: CaseId;
};

/** The list on which a record of this catalogue puts its firm; undefined where it puts it on none. */
export function listOf(
  catalogue: Pick<Catalogue, 'list'>,
  content: Content,
): ListTypeId | undefined {
  const { list } = catalogue;
  if (!list) return undefined;
  return 'type' in list ? list.type : listTypeOf(String(content[list.field]))?.id;
}

/** `list` where the catalogue names it by a field: the value of that field. */
export type ListEntry = Usable & { readonly list?: string };

/**
 * The lists on which a firm stands on a day by its records: those in force that may be shared, and 重点关注 for
 * a while after a broken promise. Gravest first, then by list and record.
 */
export function listHits(
  entries: Iterable<readonly [RecordId, ListEntry]>,
  asOf: BusinessDate,
): readonly ListHit[] {
  const all = [...entries];
  const hits = [
    ...all.flatMap(([record, entry]) => hitOf(record, entry, asOf)),
    ...attentionHits(all, asOf),
  ];
  return hits.toSorted(
    (a, b) =>
      listActions.indexOf(a.action) - listActions.indexOf(b.action) ||
      compare(a.type, b.type) ||
      compare(a.record, b.record),
  );
}

function hitOf(record: RecordId, entry: ListEntry, asOf: BusinessDate): readonly ListHit[] {
  const { list } = catalogues[entry.catalogue];
  const type = list && listTypeOf('type' in list ? list.type : (entry.list ?? ''));
  if (!type) return [];
  const { shared, from, until } = usesOf(entry, asOf);
  if (!shared) return [];
  return [
    {
      type: type.id,
      action: type.action,
      record,
      since: from,
      ...(until !== undefined && { until }),
      ...(entry.disputedBy && { disputedBy: entry.disputedBy }),
    },
  ];
}

function attentionHits(
  entries: readonly (readonly [RecordId, ListEntry])[],
  asOf: BusinessDate,
): readonly ListHit[] {
  const disputes = new Map(entries.map(([record, { disputedBy }]) => [record, disputedBy]));
  return brokenPromises(entries, asOf).flatMap(({ record, on, rectifiedOn }): ListHit[] => {
    const longest = addMonths(on, brokenPromiseRule.attentionMonths);
    const until = rectifiedOn !== undefined && rectifiedOn < longest ? rectifiedOn : longest;
    const disputedBy = disputes.get(record);
    return until < asOf
      ? []
      : [
          {
            type: 'attention_list',
            action: 'manual',
            record,
            since: on,
            until,
            ...(disputedBy && { disputedBy }),
          },
        ];
  });
}

/** Whether records of this catalogue, or what becomes of them, may put their firm on a list. */
export const mayList = ({ list, category, verified }: Catalogue): boolean =>
  list !== undefined || category === 'commitment' || verified === true;

/** What somebody who asks about a firm is told: the gravest of what it stands on, or `clear`. */
export type ListCheck = {
  readonly verdict: ListAction | 'clear';
  readonly hits: readonly ListHit[];
  /** Where the register itself ends the firm: 吊销, 注销. */
  readonly register?: ListTypeId;
  readonly ruleVersion: number;
};

/** Moved out is another city's firm, which is no fault. */
const registerStops: ReadonlyMap<string, ListTypeId> = new Map<EnterpriseStatus, ListTypeId>([
  ['revoked', 'licence_revoked'],
  ['cancelled', 'deregistered'],
]);

/** `hits` as `listHits` orders them; `status` as in the register, absent where that does not know the firm. */
export function checkOf(hits: readonly ListHit[], status?: string): ListCheck {
  const register = status === undefined ? undefined : registerStops.get(status);
  return {
    verdict: register ? 'hard_stop' : (hits[0]?.action ?? 'clear'),
    hits,
    ...(register && { register }),
    ruleVersion: LIST_RULE_VERSION,
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
