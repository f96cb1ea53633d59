import { type ShownIdentity, shownIdentity } from '#domain/identity/shown-identity';
import type { UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import type { Outcome } from '#domain/refusal';
import { accept } from '#domain/refusal';
import type { Ports } from './ports.ts';
import { type Paged, type PageOf, readPage } from './read.ts';

/** The people of a firm whose real name was asked for, by person, each as of today; numbers masked for everybody. */
export const readIdentity =
  (ports: Ports) =>
  async (
    asker: Principal,
    { code, ...page }: PageOf & { readonly code: UnifiedCode },
  ): Promise<Outcome<Paged<ShownIdentity>>> => {
    const found = await readPage(ports, 'identitiesOfEnterprise')(asker, { ...page, of: code });
    if (!found.ok) return found;
    return accept({
      ...found.value,
      items: found.value.items.map((one) => shownIdentity(one, ports.today())),
    });
  };
