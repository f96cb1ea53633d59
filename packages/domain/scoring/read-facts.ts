import type { CatalogueId } from '../credit/catalogue.ts';
import type { CreditRecord } from '../credit/record.ts';
import { barOf } from '../credit/uses.ts';
import type { Enterprise } from '../enterprise/enterprise.ts';
import type { BusinessDate } from '../time.ts';
import type { Facts } from './facts.ts';
import { readBusiness } from './read-business.ts';
import { judgmentToSales, readClaims } from './read-claims.ts';
import { readCompliance } from './read-compliance.ts';
import { readCourts } from './read-courts.ts';
import { readDistinctions } from './read-distinctions.ts';
import { readHonours } from './read-honours.ts';
import { readInvoices } from './read-invoices.ts';
import { readLists } from './read-lists.ts';
import { readOwners } from './read-owners.ts';
import { readPerformance } from './read-performance.ts';
import { readRegistration } from './read-registration.ts';
import { sizeFact } from './read-size.ts';
import { readSocialInsurance } from './read-social-insurance.ts';
import { readSupervision } from './read-supervision.ts';
import { readTax } from './read-tax.ts';
import type { Reading } from './reading.ts';

export type FactsQuestion = {
  readonly enterprise: Enterprise;
  /** The firm's records, in any order; those from after `asOf`, and those in no use, are left aside. */
  readonly records: readonly CreditRecord[];
  readonly asOf: BusinessDate;
  /**
   * Catalogues that some supplier has delivered, so that a registered firm without a record in them has
   * none. For a firm of which the register told nothing but name and status, silence stays silence.
   */
  readonly complete: ReadonlySet<CatalogueId>;
};

/** Every fact that the records tell of a firm as of a day. What is not known is absent, never zero. */
export function readFacts(question: FactsQuestion): Facts {
  const reading = readingOf(question);
  const read = readers.reduce<Facts>((facts, reader) => ({ ...facts, ...reader(reading) }), {});
  return withDerived(read, question.enterprise);
}

/** With the facts that follow from others. */
export const withDerived = (
  { judgment_to_sales_bp: _, size: __, ...read }: Facts,
  enterprise: Pick<Enterprise, 'industry'>,
): Facts => ({ ...read, ...judgmentToSales(read), ...sizeFact(read, enterprise) });

const readers: readonly ((reading: Reading) => Facts)[] = [
  readRegistration,
  readOwners,
  readSocialInsurance,
  readInvoices,
  readBusiness,
  readTax,
  readPerformance,
  readCompliance,
  readSupervision,
  readCourts,
  readClaims,
  readLists,
  readHonours,
  readDistinctions,
];

function readingOf({ enterprise, records, asOf, complete }: FactsQuestion): Reading {
  const happened = records
    .filter((record) => barOf(record) === undefined)
    .filter((record) => record.lines !== undefined || record.occurredOn <= asOf) // A packed record's day is its period's end.
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const byCatalogue = Map.groupBy(happened, (record) => record.catalogue);
  const registered =
    enterprise.establishedOn !== undefined ||
    enterprise.industry !== undefined ||
    enterprise.district !== undefined;
  return {
    enterprise,
    asOf,
    of: (catalogue) => byCatalogue.get(catalogue) ?? [],
    silenceMeansNone: (catalogue) => registered && complete.has(catalogue),
  };
}
