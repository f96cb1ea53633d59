import { whyNotPosted } from '#domain/need/decide-posting';
import type { NeedTerms } from '#domain/need/need';
import type { Refusal } from '#domain/refusal';
import { hardStop } from './hard-stop.ts';
import { listAll } from './list-all.ts';
import type { Products } from './load-market.ts';
import type { Ports } from './ports.ts';

/**
 * Why a firm cannot post these terms today, new or as an edit. Refuses, in this order: enterprise_unknown,
 * enterprise_hard_stop (names the lists and their records; a firm that only a person should look at may ask), what
 * `whyNotPosted` refuses.
 */
export async function whyBarred(
  ports: Ports,
  products: Products,
  terms: NeedTerms,
): Promise<Refusal | undefined> {
  const [enterprise, consents, needs, { compiled }] = await Promise.all([
    ports.store.get('enterprise', terms.code),
    ports.store.getMany('consent', terms.consents ?? []),
    listAll(ports.store, 'needsOfEnterprise', terms.code),
    products(),
  ]);
  if (!enterprise) return { code: 'enterprise_unknown', field: 'code', actual: terms.code };
  const stop = await hardStop(ports, enterprise.value);
  return (
    stop ??
    whyNotPosted(terms, {
      consents: consents.map((kept) => kept?.value),
      products: compiled.products,
      needs,
      today: ports.today(),
    })
  );
}
