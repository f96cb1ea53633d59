import type { Mapping } from '#domain/credit/batch';
import type { CatalogueId } from '#domain/credit/catalogue';
import type { BatchId, SupplierId } from '#domain/ids';
import type { BusinessDate } from '#domain/time';
import { createChance } from './chance.ts';
import { type FileForm, fileExtension, renderFile } from './file.ts';
import type { Firm } from './firm.ts';
import { type Accidents, deliverRows } from './sheet.ts';
import { listSources, type Source } from './source.ts';

/** One file of one department. Its bytes are made each time they are asked for, and are always the same. */
export type Delivery = {
  readonly id: BatchId;
  readonly supplier: SupplierId;
  readonly catalogue: CatalogueId;
  readonly mapping?: Mapping;
  readonly fileName: string;
  readonly form: FileForm;
  readonly bytes: () => Uint8Array;
};

/** About one row in a hundred cannot be used, as KPIs of 98-99 % 入库率 tell (product.md). */
const accidents: Accidents = { spoilt: 0.009, repeated: 0.004, amended: 0.003, unlinked: 0.003 };
/** The register defines who is known, so nobody in it is a stranger. */
const registerAccidents: Accidents = { ...accidents, spoilt: 0.008, unlinked: 0 };

/** Registration first: what comes after it is about firms that it has made known. */
export function listDeliveries(
  terms: { readonly seed: number; readonly asOf: BusinessDate },
  population: readonly Firm[],
  strangers: readonly string[],
): readonly Delivery[] {
  const counts = new Map<string, number>();
  const sources = listSources(terms.seed, terms.asOf, population).filter(hasRows);
  return sources.map((source) => {
    const number = (counts.get(source.supplier) ?? 0) + 1;
    counts.set(source.supplier, number);
    const name = `${source.supplier}-${number}`;
    const { catalogue, form, mapping } = source;
    return {
      id: `batch_demo-${terms.seed}-${name}`,
      supplier: `supplier_${source.supplier}`,
      catalogue,
      ...(mapping && { mapping }),
      fileName: `${name}-${catalogue}.${fileExtension[form]}`,
      form,
      bytes: () => render(terms.seed, name, source, strangers),
    };
  });
}

/** In a small city a department may have nothing to say; nobody delivers an empty file. */
const hasRows = ({ about, sheet }: Source): boolean =>
  about.some((firm) => sheet.rowsOf(firm).length > 0);

function render(
  seed: number,
  name: string,
  source: Source,
  strangers: readonly string[],
): Uint8Array {
  const isRegister = source.catalogue === 'enterprise-registration';
  const rows = deliverRows(createChance(seed, 'delivery', name), source.sheet, source.about, {
    accidents: isRegister ? registerAccidents : accidents,
    beside: isRegister,
    raggedRows: source.form !== 'json-lines',
    strangers,
  });
  return renderFile(source.form, source.sheet.columns, rows);
}
