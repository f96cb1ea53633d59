import type { Mapping } from '#domain/credit/batch';
import type { Catalogue } from '#domain/credit/catalogue';
import { checkMapping } from '#domain/credit/check-mapping';
import { mappingSchema } from '#platform/schemas/batch';
import { misuseOf, parsed } from './parsed.ts';
import { readJson } from './read-json.ts';

export const MAPPING_EXAMPLE = `{
  "columns": { "企业代号": "code", "销方单位代号": "counterparty" },
  "constants": { "direction": "purchase" },
  "moneyUnit": "yuan",
  "values": { "status": { "有效发票": "valid", "作废发票": "void" } },
  "ignore": ["备注"],
  "standInCodes": true
}`;

/** How a supplier's file is read. Refuses by `Misuse`: no JSON, no mapping, none for this catalogue. */
export function readMapping(path: string, catalogue: Catalogue): Mapping {
  const mapping = parsed(path, mappingSchema, readJson(path));
  const checked = checkMapping(catalogue, mapping);
  if (!checked.ok) throw misuseOf(path, [checked.refusal]);
  return checked.value;
}
