import type { AskedMove } from '#domain/product/product-moves';
import type { guarding } from '#usecases/guard';
import { moveProduct } from '#usecases/move-product';
import type { Ports } from '#usecases/ports';
import { putProduct } from '#usecases/put-product';
import { readPage } from '#usecases/read';
import {
  listProductDrafts,
  listProductVersions,
  readProduct,
  readProductVersion,
} from '#usecases/read-product';
import type { ownersIn } from './owners.ts';
import type { ProductCommands } from './product-commands.ts';

/** What banks sell, and how the office lets it into the market. */
export function selling(
  ports: Ports,
  guarded: ReturnType<typeof guarding>,
  own: ReturnType<typeof ownersIn>,
): ProductCommands {
  const moved = moveProduct(ports);
  const products = readPage(ports, 'products');
  const moves = (action: `${AskedMove}Product`, move: AskedMove): ProductCommands['checkProduct'] =>
    guarded(action, (asker, asked) => moved(asker, { ...asked, move }), own.productVersionIn);
  return {
    putProduct: guarded('putProduct', putProduct(ports), own.productToBe),
    checkProduct: moves('checkProduct', 'check'),
    returnProduct: moves('returnProduct', 'return'),
    publishProduct: moves('publishProduct', 'publish'),
    suspendProduct: moves('suspendProduct', 'suspend'),
    resumeProduct: moves('resumeProduct', 'resume'),
    delistProduct: moves('delistProduct', 'delist'),
    readProduct: guarded('readProduct', readProduct(ports)),
    listProducts: guarded('listProducts', (asker, page) => products(asker, { ...page, of: 'all' })),
    readProductVersion: guarded('readProductVersion', readProductVersion(ports)),
    listProductVersions: guarded('listProductVersions', listProductVersions(ports)),
    listProductDrafts: guarded('listProductDrafts', listProductDrafts(ports), own.productsOf),
  };
}
