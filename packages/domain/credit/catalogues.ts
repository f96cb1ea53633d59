import type { Catalogue, CatalogueId } from './catalogue.ts';
import { administrativeLicence } from './catalogues/administrative-licence.ts';
import { administrativePenalty } from './catalogues/administrative-penalty.ts';
import { dishonestDebtor } from './catalogues/dishonest-debtor.ts';
import { enterpriseRegistration } from './catalogues/enterprise-registration.ts';
import { honour } from './catalogues/honour.ts';
import { judgmentDebtor } from './catalogues/judgment-debtor.ts';
import { socialInsurance } from './catalogues/social-insurance.ts';
import { taxArrears } from './catalogues/tax-arrears.ts';
import { taxGrade } from './catalogues/tax-grade.ts';
import { vatInvoice } from './catalogues/vat-invoice.ts';

export const catalogues: Readonly<Record<CatalogueId, Catalogue>> = {
  'enterprise-registration': enterpriseRegistration,
  'administrative-licence': administrativeLicence,
  'administrative-penalty': administrativePenalty,
  'judgment-debtor': judgmentDebtor,
  'dishonest-debtor': dishonestDebtor,
  'tax-grade': taxGrade,
  'tax-arrears': taxArrears,
  'social-insurance': socialInsurance,
  'vat-invoice': vatInvoice,
  honour,
};

export const catalogueOf = (id: string): Catalogue | undefined =>
  Object.values(catalogues).find((catalogue) => catalogue.id === id);
