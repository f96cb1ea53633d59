import type { ProductVersionId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { decideMove } from '#domain/product/decide-product';
import type { AskedMove } from '#domain/product/product-moves';
import {
  isWaiting,
  type ProductMove,
  type ProductVersion,
  productOf,
  versionIdOf,
} from '#domain/product/product-version';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { announce } from './announce.ts';
import { nameOf } from './enter-version.ts';
import type { Change, Ports, Versioned } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

export type ProductMoveAsked = {
  readonly id: ProductVersionId;
  readonly move: AskedMove;
  readonly note?: string;
};

/**
 * One step of a version of a product. In the market it is what everybody sees under the product's id. Refuses:
 * not_found, what `decideMove` refuses, busy.
 */
export const moveProduct =
  (ports: Ports) =>
  (asker: Principal, { id, ...asked }: ProductMoveAsked): Promise<Outcome<ProductVersion>> =>
    untilCommitted<ProductVersion>(async () => {
      const kept = await ports.store.get('productVersion', id);
      if (!kept) return refuse('not_found', { field: 'product', actual: id });
      const { market, inMarket } = await marketOf(ports, kept.value);
      const { by, event } = productStep(ports, asker);
      const today = ports.today();
      const decided = decideMove(kept.value, asked, { ...by, today, inMarket: inMarket?.value });
      if (!decided.ok) return decided;
      const { version: value, superseded } = decided.value;
      if (value === kept.value) return accept(value);
      const moves = asked.move === 'publish' || market?.value.version === value.version;
      // The version first: its whole life stands in the audit's chain of the product.
      const changes: Change[] = [
        { kind: 'productVersion', value, expected: kept.version },
        ...(superseded && inMarket
          ? [{ kind: 'productVersion' as const, value: superseded, expected: inMarket.version }]
          : []),
        ...(moves
          ? [
              {
                kind: 'product' as const,
                value: productOf(value),
                expected: market?.version ?? 0,
              },
            ]
          : []),
      ];
      const result = await ports.store.commit({
        changes,
        events: [event(asked.move, value)],
        ...(moves && { revisions: ['products'] }),
      });
      return committed(result, value);
    });

/** The product as everybody sees it, and the version of it whose place a draft would take. */
async function marketOf(ports: Ports, version: ProductVersion) {
  const market = await ports.store.get('product', version.id);
  const inMarket: Versioned<ProductVersion> | undefined =
    market && isWaiting(version)
      ? await ports.store.get('productVersion', versionIdOf(market.value))
      : undefined;
  return { market, inMarket };
}

/** Who does something to a product, on whose side, and the event that tells of it. */
export function productStep(ports: Pick<Ports, 'now' | 'newEventId'>, asker: Principal) {
  return {
    by: {
      by: nameOf(asker),
      side: asker.kind === 'bank' ? ('bank' as const) : ('office' as const),
      at: ports.now(),
    },
    event: (move: ProductMove, { id, version, bank, status }: ProductVersion) =>
      announce(ports, asker, {
        type: 'product_moved',
        product: id,
        version,
        bank: bank.id,
        move,
        status,
      }),
  };
}
