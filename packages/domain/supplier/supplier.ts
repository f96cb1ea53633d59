import type { CatalogueId, SupplierKind } from '../credit/catalogue.ts';
import type { SupplierId } from '../ids.ts';

/** 归集单位: a department as the credit office knows it. */
export type Supplier = {
  readonly id: SupplierId;
  readonly name: string;
  readonly kind: SupplierKind;
  /** Division code; absent for a supplier of the whole city. */
  readonly district?: string;
  /** 归集责任清单: the catalogues that it has to deliver. */
  readonly duties: readonly CatalogueId[];
};
