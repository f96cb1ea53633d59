import type { Principal } from '#domain/principal';
import { same } from '#domain/product/same';
import { accept, type Outcome } from '#domain/refusal';
import type { Supplier } from '#domain/supplier/supplier';
import type { Ports } from './ports.ts';
import type { Written } from './put-product.ts';
import { committed, untilCommitted } from './until-committed.ts';

/**
 * Registers a supplier or changes its name, district or duties; the same supplier again changes nothing.
 * Duties hold for every period that is measured from then on, past ones too.
 */
export const putSupplier =
  (ports: Ports) =>
  (asker: Principal, supplier: Supplier): Promise<Outcome<Written<Supplier>>> =>
    untilCommitted<Written<Supplier>>(async () => {
      const kept = await ports.store.get('supplier', supplier.id);
      if (kept && same(kept.value, supplier)) return accept({ ...kept, created: false });
      const version = kept?.version ?? 0;
      const result = await ports.store.commit({
        changes: [{ kind: 'supplier', value: supplier, expected: version }],
        events: [],
        by: asker,
      });
      return committed(result, { value: supplier, version: version + 1, created: !kept });
    });
