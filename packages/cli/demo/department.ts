import type { SupplierKind } from '#domain/credit/catalogue';
import type { SupplierId } from '#domain/ids';
import type { Supplier } from '#domain/supplier/supplier';
import type { Delivery } from './delivery.ts';

type Department = Pick<Supplier, 'id' | 'name' | 'kind'> & {
  /** As people of the office say it. */
  readonly short: string;
};

const row = (tail: string, name: string, short: string, kind: SupplierKind): Department => ({
  id: `supplier_${tail}`,
  name,
  short,
  kind,
});

const departments: readonly Department[] = [
  row('market-regulation', '市市场监管局', '市场监管', 'market_regulator'),
  row('tax', '市税务局', '税务', 'tax_office'),
  row('human-resources', '市人社局', '人社', 'social_security_office'),
  row('approvals', '市行政审批局', '行政审批', 'department'),
  row('environment', '市生态环境局', '生态环境', 'department'),
  row('emergency', '市应急局', '应急管理', 'department'),
  row('court', '市中级人民法院', '法院', 'court'),
  row('industry', '市工信局', '工信', 'department'),
  row('credit-office', '市信用办', '信用办', 'credit_office'),
];

/** What the summary calls a supplier; its id where it is none of the city's. */
export const shortName = (supplier: string): string =>
  departments.find(({ id }) => id === supplier)?.short ?? supplier;

/** The departments of a city, each with the duty to deliver what it does deliver. */
export function suppliersOf(deliveries: readonly Delivery[]): readonly Supplier[] {
  const dutiesOf = (supplier: SupplierId) =>
    deliveries.filter((delivery) => delivery.supplier === supplier).map((it) => it.catalogue);
  return departments.map(({ id, name, kind }) => ({
    id,
    name,
    kind,
    duties: [...new Set(dutiesOf(id))],
  }));
}
