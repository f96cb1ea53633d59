import { identityId } from '#domain/identity/identity';
import { versionIdOf } from '#domain/product/product-version';
import type { Change, Kept, Kind } from './ports.ts';

/**
 * `each`: a stream for every aggregate, so that a chain is contended where versions are anyway · `sharded`: 16
 * streams for the kind, where one commit writes many or nobody asks for the history of one · `never`, and why.
 */
export type Treatment<Value> =
  | {
      readonly streams: 'each' | 'sharded';
      readonly idOf: (value: Value) => string;
      /** Whose chain it is, where several aggregates share one. */
      readonly chainOf?: (value: Value) => string;
      /** Only some versions are decisions; all of them unless told. */
      readonly only?: (change: { readonly expected: number }) => boolean;
    }
  | { readonly streams: 'never'; readonly because: string };

const byId = { streams: 'each', idOf: ({ id }: { readonly id: string }) => id } as const;

/** Every decision and every administrative change is audited: no kind can be kept without a line here. */
export const auditedKinds: { readonly [K in Kind]: Treatment<Kept[K]> } = {
  product: byId,
  productVersion: { streams: 'each', idOf: versionIdOf, chainOf: ({ id }) => id },
  need: byId,
  whitelist: byId,
  case: byId,
  verification: byId,
  supplier: byId,
  cardVersion: byId,
  schemeVersion: byId,
  consent: byId,
  outcome: byId,
  matchingEvent: byId,
  eventCapacity: { streams: 'sharded', idOf: ({ event, bank }) => `${event}/${bank}` },
  eventNeed: { streams: 'sharded', idOf: ({ event, need }) => `${event}/${need}` },
  decision: byId,
  findability: { streams: 'each', idOf: ({ code }) => code },
  identity: { streams: 'each', idOf: ({ code, person }) => identityId(code, person) },
  currentWhitelist: { streams: 'each', idOf: () => 'current' },
  holdings: { streams: 'each', idOf: () => 'city' },
  batch: { ...byId, only: ({ expected }) => expected === 0 }, // Opening it is somebody's act; the rest is counting.
  score: { streams: 'sharded', idOf: ({ code }) => code },
  listing: { streams: 'sharded', idOf: ({ whitelist, code }) => `${whitelist}/${code}` },
  access: { ...byId, streams: 'sharded' },
  enterprise: never('what departments deliver, as their rows say'),
  record: never('what departments deliver: each row keeps its batch, line and verdict'),
  refusals: never('rows as they came, told back to their supplier'),
  batchPart: never('how far the work is'),
  tally: never('sums of what rows were'),
  needEdition: never('what its audited need said, written in the same commit'),
  matching: never('reckoned from audited products, needs and scores, at every asking'),
  reach: never('sums of audited scores'),
  reachCount: never('sums, until the day is counted'),
  notice: never('tells of a decision that is audited itself'),
  reading: never('the ledger holds every reading'),
  card: never('kept under its own hash: it cannot be another'),
  scheme: never('kept under its own hash: it cannot be another'),
  cardComparison: never(
    'figures of a shadow: no firm is told of them, no decision rests on them alone',
  ),
  pastScore: never('what an audited score was reckoned from, which its hashes bind'),
  consentClock: never('when a consent ends, which its audited terms say'),
  vaultKey: never('a wrapped key, made once'),
  approvals: never('sums of audited decisions'),
  scoreCount: never('sums, until the week is reckoned'),
  activationSample: never('sums of audited scores'),
  scoreMonitoring: never('reckoned from audited scores and outcomes'),
  retentionReport: never('tells what a run of the rules did; the run is an event of its own'),
  auditEntry: never('it is the audit'),
  auditCheckpoint: never('it seals the audit'),
};

function never(because: string) {
  return { streams: 'never', because } as const;
}

type Audited = Exclude<Treatment<never>, { readonly streams: 'never' }>['streams'];

type AuditedAs = { readonly streams: Audited; readonly id: string; readonly chain: string };

/** How a change is audited, under which id, and in whose chain; undefined where it is not. */
export function auditedAs(change: Change): AuditedAs | undefined {
  return treated(auditedKinds[change.kind], change);
}

/** The row of a kind takes values of this very kind, which the compiler cannot follow through a union. */
function treated(
  row: (typeof auditedKinds)[Kind],
  { value, expected }: Change,
): AuditedAs | undefined {
  if (row.streams === 'never' || (row.only && !row.only({ expected }))) return undefined;
  const idOf = row.idOf as (value: Kept[Kind]) => string;
  const chainOf = (row.chainOf ?? row.idOf) as (value: Kept[Kind]) => string;
  return { streams: row.streams, id: idOf(value), chain: chainOf(value) };
}
