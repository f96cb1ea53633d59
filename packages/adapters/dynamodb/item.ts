import { gunzipSync, gzipSync } from 'node:zlib';
import type { DomainEvent } from '#domain/event';
import { sortedJson } from '#domain/sorted-json';
import { type IdOf, type Kept, type Kind, MAX_VALUE_BYTES, type Versioned } from '#usecases/ports';
import { kinds } from './keys.ts';
import { schemas } from './schemas.ts';
import { EVENT_PREFIX } from './table.ts';

/**
 * What lies in the table for one aggregate: keys, kind, version, and the value as JSON, gzipped where it is
 * long. Nothing reads parts of a value, and a map of attributes costs the client and the engine several
 * times as much (measured: scoring 2,000 firms cost the engine 9.6 s of CPU with maps and 3.7 s with JSON).
 */
export type Item = Record<string, unknown>;

/** Below this, people can read a body in the console; above, it saves more than it costs. In characters. */
const LONGEST_TEXT = 2_000;

/** What must be proven to the byte may not depend on the version of a library that packs. */
const PLAIN: ReadonlySet<Kind> = new Set(['auditEntry', 'auditCheckpoint']);

function bodyOf(kind: Kind, value: unknown): string | Uint8Array {
  if (PLAIN.has(kind)) return sortedJson(value);
  const json = JSON.stringify(value);
  return json.length <= LONGEST_TEXT ? json : gzipSync(json, { level: 4 });
}

/** A body that no item could hold. */
export const isTooLarge = ({ body }: Item): boolean =>
  (body instanceof Uint8Array ? body.byteLength : Buffer.byteLength(String(body))) >
  MAX_VALUE_BYTES;

const textOf = (body: unknown): string =>
  body instanceof Uint8Array ? gunzipSync(body).toString('utf8') : String(body ?? 'null');

export function itemOf<K extends Kind>(change: {
  kind: K;
  value: Kept[K];
  expected: number;
}): Item {
  const kind = kinds[change.kind];
  const gsi1 = kind.gsi1?.(change.value);
  const gsi2 = kind.gsi2?.(change.value);
  return {
    ...kind.key(kind.idOf(change.value)),
    ...(gsi1 && { gsi1pk: gsi1.pk, gsi1sk: gsi1.sk }),
    ...(gsi2 && { gsi2pk: gsi2.pk, gsi2sk: gsi2.sk }),
    kind: change.kind,
    version: change.expected + 1,
    body: bodyOf(change.kind, change.value),
  };
}

/** Parses what was read; an item of another kind or shape is an error that names its key. */
export function parseItem<K extends Kind>(kind: K, item: Item): Versioned<Kept[K]> {
  const raw: unknown = JSON.parse(textOf(item['body']));
  const parsed = schemas[kind].safeParse(raw);
  const version = item['version'];
  if (item['kind'] !== kind || !parsed.success || typeof version !== 'number') {
    const fault = parsed.error?.issues
      .slice(0, 3)
      .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
      .join('; ');
    throw new Error(
      `The item ${String(item['pk'])} / ${String(item['sk'])} is not a ${kind}: ${fault ?? 'kind or version differ'}`,
    );
  }
  return { value: parsed.data, version };
}

export const keyOf = <K extends Kind>(kind: K, id: IdOf[K]) => kinds[kind].key(id);

/** An event lies with the aggregate it speaks of; the stream's pipe picks it up by its sort key. */
export const eventItem = (event: DomainEvent): Item => ({
  pk: eventHome(event),
  sk: `${EVENT_PREFIX}${event.id}`,
  type: event.type,
  event: JSON.stringify(event),
});

function eventHome(event: DomainEvent): string {
  switch (event.type) {
    case 'enterprise_scored':
      return `ENTERPRISE#${event.code}`;
    case 'city_rescoring':
      return 'CITY';
    case 'list_hit':
      return `ENTERPRISE#${event.code}`;
    case 'identity_moved':
      return `IDENTITIES#${event.code}`;
    case 'identities_searched':
      return `IDENTITYSEARCH#${event.search}`;
    case 'retention_applied':
      return 'RETENTION';
    case 'records_changed':
      return event.batch === undefined ? 'CITY' : `BATCH#${event.batch}`;
    case 'batch_completed':
      return `BATCH#${event.batch}`;
    case 'case_moved':
    case 'record_withdrawn':
      return `CASE#${event.case}`;
    case 'consent_moved':
      return `CONSENT#${event.consent}`;
    case 'firm_data_read':
      return `LEDGER#${event.code}`;
    case 'product_moved':
    case 'product_matching':
      return `PRODUCT#${event.product}`;
    case 'need_submitted':
    case 'need_edited':
    case 'need_withdrawn':
    case 'need_matched':
      return `NEED#${event.need}`;
    case 'whitelist_drafting':
    case 'whitelist_drafted':
    case 'whitelist_published':
    case 'listing_changed':
      return `WHITELIST#${event.whitelist}`;
  }
}
