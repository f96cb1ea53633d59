import type { Catalogue, CatalogueId } from './catalogue.ts';
import { abnormalOperation } from './catalogues/abnormal-operation.ts';
import { administrativeAdjudication } from './catalogues/administrative-adjudication.ts';
import { administrativeCoercion } from './catalogues/administrative-coercion.ts';
import { administrativeCompensation } from './catalogues/administrative-compensation.ts';
import { administrativeConfirmation } from './catalogues/administrative-confirmation.ts';
import { administrativeExpropriation } from './catalogues/administrative-expropriation.ts';
import { administrativeInspection } from './catalogues/administrative-inspection.ts';
import { administrativeLicence } from './catalogues/administrative-licence.ts';
import { administrativePayment } from './catalogues/administrative-payment.ts';
import { administrativePenalty } from './catalogues/administrative-penalty.ts';
import { administrativeReward } from './catalogues/administrative-reward.ts';
import { annualReport } from './catalogues/annual-report.ts';
import { attentionList } from './catalogues/attention-list.ts';
import { bankruptcy } from './catalogues/bankruptcy.ts';
import { commitment } from './catalogues/commitment.ts';
import { commitmentKeeping } from './catalogues/commitment-keeping.ts';
import { contract } from './catalogues/contract.ts';
import { contractPerformance } from './catalogues/contract-performance.ts';
import { courtFiling } from './catalogues/court-filing.ts';
import { courtJudgment } from './catalogues/court-judgment.ts';
import { customsGrade } from './catalogues/customs-grade.ts';
import { customsTrade } from './catalogues/customs-trade.ts';
import { declaredSales } from './catalogues/declared-sales.ts';
import { demonstrationEnterprise } from './catalogues/demonstration-enterprise.ts';
import { dishonestDebtor } from './catalogues/dishonest-debtor.ts';
import { enterpriseBranch } from './catalogues/enterprise-branch.ts';
import { enterpriseRegistration } from './catalogues/enterprise-registration.ts';
import { environmentalGrade } from './catalogues/environmental-grade.ts';
import { honour } from './catalogues/honour.ts';
import { housingFund } from './catalogues/housing-fund.ts';
import { ipPledge } from './catalogues/ip-pledge.ts';
import { judgmentDebtor } from './catalogues/judgment-debtor.ts';
import { keyPersonnel } from './catalogues/key-personnel.ts';
import { labourGrade } from './catalogues/labour-grade.ts';
import { movablesSecurity } from './catalogues/movables-security.ts';
import { patent } from './catalogues/patent.ts';
import { policySupport } from './catalogues/policy-support.ts';
import { procurementWin } from './catalogues/procurement-win.ts';
import { publicCreditGrade } from './catalogues/public-credit-grade.ts';
import { qualification } from './catalogues/qualification.ts';
import { realEstateMortgage } from './catalogues/real-estate-mortgage.ts';
import { realEstateOwnership } from './catalogues/real-estate-ownership.ts';
import { realEstateSeizure } from './catalogues/real-estate-seizure.ts';
import { registrationChange } from './catalogues/registration-change.ts';
import { sectorGrade } from './catalogues/sector-grade.ts';
import { selfDeclared } from './catalogues/self-declared.ts';
import { seriousDishonestyList } from './catalogues/serious-dishonesty-list.ts';
import { shareholder } from './catalogues/shareholder.ts';
import { socialInsurance } from './catalogues/social-insurance.ts';
import { taxAbnormal } from './catalogues/tax-abnormal.ts';
import { taxArrears } from './catalogues/tax-arrears.ts';
import { taxGrade } from './catalogues/tax-grade.ts';
import { taxPaid } from './catalogues/tax-paid.ts';
import { technologyGrade } from './catalogues/technology-grade.ts';
import { trademark } from './catalogues/trademark.ts';
import { utilityArrears } from './catalogues/utility-arrears.ts';
import { utilityUsage } from './catalogues/utility-usage.ts';
import { vatInvoice } from './catalogues/vat-invoice.ts';
import { wageArrears } from './catalogues/wage-arrears.ts';

/** Every file of catalogues/. Written by `npm run generate`. */
export const catalogues: Readonly<Record<CatalogueId, Catalogue>> = {
  'abnormal-operation': abnormalOperation,
  'administrative-adjudication': administrativeAdjudication,
  'administrative-coercion': administrativeCoercion,
  'administrative-compensation': administrativeCompensation,
  'administrative-confirmation': administrativeConfirmation,
  'administrative-expropriation': administrativeExpropriation,
  'administrative-inspection': administrativeInspection,
  'administrative-licence': administrativeLicence,
  'administrative-payment': administrativePayment,
  'administrative-penalty': administrativePenalty,
  'administrative-reward': administrativeReward,
  'annual-report': annualReport,
  'attention-list': attentionList,
  bankruptcy,
  commitment,
  'commitment-keeping': commitmentKeeping,
  contract,
  'contract-performance': contractPerformance,
  'court-filing': courtFiling,
  'court-judgment': courtJudgment,
  'customs-grade': customsGrade,
  'customs-trade': customsTrade,
  'declared-sales': declaredSales,
  'demonstration-enterprise': demonstrationEnterprise,
  'dishonest-debtor': dishonestDebtor,
  'enterprise-branch': enterpriseBranch,
  'enterprise-registration': enterpriseRegistration,
  'environmental-grade': environmentalGrade,
  honour,
  'housing-fund': housingFund,
  'ip-pledge': ipPledge,
  'judgment-debtor': judgmentDebtor,
  'key-personnel': keyPersonnel,
  'labour-grade': labourGrade,
  'movables-security': movablesSecurity,
  patent,
  'policy-support': policySupport,
  'procurement-win': procurementWin,
  'public-credit-grade': publicCreditGrade,
  qualification,
  'real-estate-mortgage': realEstateMortgage,
  'real-estate-ownership': realEstateOwnership,
  'real-estate-seizure': realEstateSeizure,
  'registration-change': registrationChange,
  'sector-grade': sectorGrade,
  'self-declared': selfDeclared,
  'serious-dishonesty-list': seriousDishonestyList,
  shareholder,
  'social-insurance': socialInsurance,
  'tax-abnormal': taxAbnormal,
  'tax-arrears': taxArrears,
  'tax-grade': taxGrade,
  'tax-paid': taxPaid,
  'technology-grade': technologyGrade,
  trademark,
  'utility-arrears': utilityArrears,
  'utility-usage': utilityUsage,
  'vat-invoice': vatInvoice,
  'wage-arrears': wageArrears,
};

export const catalogueOf = (id: string): Catalogue | undefined =>
  Object.values(catalogues).find((catalogue) => catalogue.id === id);
