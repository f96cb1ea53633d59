import type { Operation } from './operation.ts';
import { batches } from './routes/batches.ts';
import { enterprises } from './routes/enterprises.ts';
import { needs } from './routes/needs.ts';
import { products } from './routes/products.ts';
import { reference } from './routes/reference.ts';
import { whitelists } from './routes/whitelists.ts';

/** Everything that the door does, in the order of the document. */
export const operations: readonly Operation[] = [
  ...enterprises,
  ...products,
  ...needs,
  ...whitelists,
  ...batches,
  ...reference,
];
