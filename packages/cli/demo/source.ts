import type { Mapping } from '#domain/credit/batch';
import type { CatalogueId } from '#domain/credit/catalogue';
import type { BusinessDate } from '#domain/time';
import { dishonestSheet, judgmentSheet } from './court.ts';
import { districts } from './district.ts';
import type { FileForm } from './file.ts';
import type { Firm } from './firm.ts';
import { creditOfficeHonours, creditOfficeMapping, industryHonours } from './honour.ts';
import { insuranceMapping, insuranceSheet } from './insurance.ts';
import { invoiceSheet } from './invoice.ts';
import { licenceSheet } from './licence.ts';
import { penaltySheet2016, penaltySheet2019 } from './penalty-sheet.ts';
import { registration } from './registration.ts';
import type { Sheet } from './sheet.ts';
import { taxArrearsSheet, taxGradeSheet } from './tax.ts';

/** What a department exports: about whom, in which form, read how. */
export type Source = {
  readonly supplier: string;
  readonly catalogue: CatalogueId;
  readonly form: FileForm;
  readonly mapping?: Mapping;
  readonly sheet: Sheet<Firm>;
  readonly about: readonly Firm[];
};

/** The forms met in the field: both generations of 双公示, GB18030, byte order marks, gzip, own column names. */
export function listSources(
  seed: number,
  asOf: BusinessDate,
  population: readonly Firm[],
): readonly Source[] {
  const from = (
    supplier: string,
    catalogue: CatalogueId,
    form: FileForm,
    sheet: Sheet<Firm>,
    mapping?: Mapping,
  ): Source => ({
    supplier,
    catalogue,
    form,
    sheet,
    about: population,
    ...(mapping && { mapping }),
  });
  const penalties = (office: 'market-regulation' | 'environment' | 'emergency') => ({
    seed,
    asOf,
    office,
  });
  return [
    from('market-regulation', 'enterprise-registration', 'csv', registration),
    ...invoiceSources(seed, asOf, population),
    from(
      'human-resources',
      'social-insurance',
      'json-lines',
      insuranceSheet(seed, asOf),
      insuranceMapping,
    ),
    from('tax', 'tax-grade', 'csv', taxGradeSheet(seed, asOf)),
    from('tax', 'tax-arrears', 'csv-gb18030', taxArrearsSheet(seed, asOf), {
      moneyUnit: 'wan_yuan',
    }),
    from('approvals', 'administrative-licence', 'csv-bom', licenceSheet(seed, asOf)),
    from(
      'market-regulation',
      'administrative-penalty',
      'csv',
      penaltySheet2019(penalties('market-regulation')),
    ),
    from(
      'environment',
      'administrative-penalty',
      'csv-gb18030',
      penaltySheet2019(penalties('environment')),
    ),
    from(
      'emergency',
      'administrative-penalty',
      'csv-gb18030',
      penaltySheet2016(penalties('emergency')),
    ),
    from('court', 'judgment-debtor', 'csv', judgmentSheet(seed, asOf)),
    from('court', 'dishonest-debtor', 'csv-gb18030', dishonestSheet(seed, asOf)),
    from('industry', 'honour', 'csv-bom', industryHonours(seed, asOf)),
    from('credit-office', 'honour', 'csv', creditOfficeHonours(seed, asOf), creditOfficeMapping),
  ];
}

/** One gzip file per district's tax office, so that they can be ingested side by side; a firm is in one alone. */
function invoiceSources(
  seed: number,
  asOf: BusinessDate,
  population: readonly Firm[],
): readonly Source[] {
  const sheet = invoiceSheet(
    seed,
    asOf,
    population.map(({ name }) => name),
  );
  return districts.map((district) => ({
    supplier: 'tax',
    catalogue: 'vat-invoice',
    form: 'csv-gzip',
    sheet,
    about: population.filter((firm) => firm.district === district),
  }));
}
