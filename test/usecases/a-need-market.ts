import type { Consent } from '#domain/consent/consent';
import { type BusinessDate, dateOf, type Instant } from '#domain/time';
import { join } from '#platform/join';
import { anIdentity } from '#test/support/an-identity';
import { anEnterprise, aProduct, CODE, NOW, unifiedCode } from '#test/support/builders';
import { memoryPorts } from '#test/support/memory-ports';
import { aFirm } from '#test/support/principals';
import type { Change, Store } from '#usecases/ports';

export const OTHER_CODE = unifiedCode('91320508MA0000269X');
export const OWNER = aFirm(CODE);
export const OTHER_OWNER = aFirm(OTHER_CODE);

/** Two firms whose owners are verified, a product each of bank_gusu and bank_wuzhong, and a clock turned by hand. */
export async function aNeedMarket(wrapped: (store: Store) => Store = (same) => same) {
  const memory = memoryPorts();
  let now: Instant = NOW;
  const ports = {
    ...memory.ports,
    store: wrapped(memory.store),
    now: () => now,
    today: () => dateOf(now),
  };
  const keep = (...changes: readonly Change[]) =>
    memory.store.commit({ changes, events: [], revisions: ['products'] });
  await keep(
    ...[CODE, OTHER_CODE].flatMap((code): Change[] => [
      { kind: 'enterprise', value: anEnterprise({ code }), expected: 0 },
      {
        kind: 'identity',
        value: anIdentity({ code, person: aFirm(code).id }),
        expected: 0,
      },
    ]),
    { kind: 'product', value: aProduct(), expected: 0 },
    {
      kind: 'product',
      value: aProduct({
        id: 'product_wuzhong',
        bank: { id: 'bank_wuzhong', name: '吴中银行' },
      }),
      expected: 0,
    },
  );
  return {
    platform: join(ports),
    store: memory.store,
    keep,
    consent: (value: Consent) => keep({ kind: 'consent', value, expected: 0 }),
    /** Noon in Shanghai. */
    on: (day: BusinessDate) => {
      now = `${day}T04:00:00.000Z` as Instant;
    },
    at: (instant: Instant) => {
      now = instant;
    },
    events: () =>
      memory.store.events.flatMap((event) => (event.type.startsWith('need_') ? [event.type] : [])),
  };
}
