import type { NeedId } from '#domain/ids';
import type { NeedEdition } from '#domain/need/need-edition';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { Ports } from './ports.ts';
import { type Paged, type PageOf, readPage } from './read.ts';
import { toldTo } from './see-need.ts';

/** The terms that a need had, first to last. Refuses: not_found. */
export const listEditions =
  (ports: Ports) =>
  async (
    asker: Principal,
    { need: id, ...page }: PageOf & { readonly need: NeedId },
  ): Promise<Outcome<Paged<NeedEdition>>> => {
    const need = await ports.store.get('need', id);
    if (!need) return refuse('not_found', { field: 'need', actual: id });
    const found = await readPage(ports, 'editionsOfNeed')(asker, { ...page, of: id });
    return found.ok
      ? accept({ ...found.value, items: found.value.items.map((one) => toldTo(asker, one)) })
      : found;
  };
