import type { CatalogueId } from '#domain/credit/catalogue';
import { catalogues } from '#domain/credit/catalogues';
import { checkEntries } from '#domain/credit/lists/check-entries';
import { type ListHit, mayList } from '#domain/credit/lists/list-hits';
import type { NeedId, NoticeId, UnifiedCode, WhitelistId } from '#domain/ids';
import { whyNotNeed } from '#domain/need/need-actions';
import type { Notice } from '#domain/notice/notice';
import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import { announce } from './announce.ts';
import { eachAtOnce } from './each-at-once.ts';
import { listAll } from './list-all.ts';
import { MAX_COMMIT, MAX_GET, type Ports } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

const FIRMS_AT_ONCE = 6;
/** A notice and an event each. */
const HITS_PER_COMMIT = MAX_COMMIT / 2;

export type Compared = { readonly hits: number };

/**
 * 名单比对: compares firms whose records have changed with every list, and tells each hit once: an event with
 * what the firm has open, and a notice to the firm. What is open are its needs and its place on the list in
 * effect; offers and loans are not kept by this platform yet. A firm that comes again with the same hits
 * changes nothing. Records that were there before their firm was registered are compared when it is.
 * Refuses: busy.
 */
export const compareLists =
  (ports: Ports) =>
  async (
    asker: Principal,
    {
      codes,
      catalogue,
    }: { readonly codes: readonly UnifiedCode[]; readonly catalogue: CatalogueId },
  ): Promise<Outcome<Compared>> => {
    const of = catalogues[catalogue];
    if (!mayList(of) && of.category !== 'registration') return accept({ hits: 0 });
    const firms = await hitFirms(ports, [...new Set(codes)]);
    const answers = await eachAtOnce(firms, FIRMS_AT_ONCE, (code) =>
      untilCommitted(() => compareOne(ports, asker, code)),
    );
    const refused = answers.find((answer) => !answer.ok);
    if (refused) return refused;
    return accept({ hits: answers.reduce((all, one) => all + (one.ok ? one.value.hits : 0), 0) });
  };

/** Most firms stand on no list: they are told from a few reads together. */
async function hitFirms(
  ports: Ports,
  codes: readonly UnifiedCode[],
): Promise<readonly UnifiedCode[]> {
  const hit: UnifiedCode[] = [];
  for (let start = 0; start < codes.length; start += MAX_GET) {
    const part = codes.slice(start, start + MAX_GET);
    const profiles = await ports.store.profiles(part);
    hit.push(
      ...part.filter(
        (_, index) => checkEntries(profiles[index]?.entries ?? {}, ports.today()).hits.length > 0,
      ),
    );
  }
  return hit;
}

async function compareOne(
  ports: Ports,
  asker: Principal,
  code: UnifiedCode,
): Promise<Outcome<Compared> | 'conflict'> {
  const { entries } = await ports.store.profile(code);
  const { hits } = checkEntries(entries, ports.today());
  const all = await untold(ports, hits.slice(0, MAX_GET));
  const fresh = all.slice(0, HITS_PER_COMMIT);
  if (fresh.length === 0) return accept({ hits: 0 });
  const open = await openOf(ports, code);
  const result = await ports.store.commit({
    changes: fresh.map(({ hit, id }) => ({
      kind: 'notice',
      value: noticeOf(ports, { hit, id, code }),
      expected: 0,
    })),
    events: fresh.map(({ hit: { type, action, record } }) =>
      announce(ports, asker, { type: 'list_hit', code, list: type, action, record, ...open }),
    ),
  });
  if (result !== 'committed' || fresh.length === all.length)
    return committed(result, { hits: fresh.length });
  const rest = await compareOne(ports, asker, code);
  return rest !== 'conflict' && rest.ok ? accept({ hits: fresh.length + rest.value.hits }) : rest;
}

type Fresh = { readonly hit: ListHit; readonly id: NoticeId };

/** Hits of which no notice is kept. One that began anew, under the same record, is another hit. */
async function untold(ports: Ports, hits: readonly ListHit[]): Promise<readonly Fresh[]> {
  const named = hits.map((hit) => ({
    hit,
    id: `notice_${ports.digest(`list_hit ${hit.type} ${hit.since} ${hit.record}`).slice(0, 40)}` as const,
  }));
  if (named.length === 0) return [];
  const kept = await ports.store.getMany(
    'notice',
    named.map(({ id }) => id),
  );
  return named.filter((_, index) => kept[index] === undefined);
}

const noticeOf = (
  ports: Ports,
  { hit, id, code }: Fresh & { readonly code: UnifiedCode },
): Notice => ({
  id,
  to: { kind: 'firm', organisation: code },
  kind: 'list_hit',
  code,
  record: hit.record,
  on: hit.since,
  detail: hit.type,
  createdAt: ports.now(),
});

async function openOf(
  ports: Ports,
  code: UnifiedCode,
): Promise<{ readonly needs: readonly NeedId[]; readonly whitelist?: WhitelistId }> {
  const [needs, current] = await Promise.all([
    listAll(ports.store, 'needsOfEnterprise', code),
    ports.store.get('currentWhitelist', 'current'),
  ]);
  const whitelist = current?.value.whitelist;
  const listing = whitelist && (await ports.store.get('listing', `${whitelist}/${code}`));
  const today = ports.today();
  return {
    needs: needs.filter((need) => !whyNotNeed('match', need, today)).map(({ id }) => id),
    ...(whitelist && listing?.value.listed && { whitelist }),
  };
}
