import { expect, test } from 'vitest';
import { applicantOf } from '#domain/matching/applicant';
import { fen } from '#domain/money';
import { anEnterprise, aScore, CODE, TODAY } from '../../support/builders.ts';

const enterprise = anEnterprise();
const asked = { enterprise, recommended: false, asOf: TODAY } as const;

test('a firm that is only registered is known by its register alone', () => {
  const revoked = { code: CODE, name: '某厂', status: 'revoked' } as const;
  expect(applicantOf({ ...asked, enterprise: revoked })).toEqual({
    code: CODE,
    operating: false,
    hardStops: [],
    facts: {},
    withheld: [],
  });
});

test('a scored firm brings its points, facts, lists and hard stops; whether it operates the register says', () => {
  const score = aScore({ vetoes: ['not_operating', 'dishonest_debtor_in_force'] });
  expect(applicantOf({ ...asked, score, recommended: true })).toEqual({
    code: CODE,
    operating: true,
    hardStops: ['dishonest_debtor_in_force'],
    facts: {
      ...score.facts,
      points: 720,
      grade: 'C',
      size: 'small',
      lists: ['recommended'],
      age_months: 303,
      industry: enterprise.industry,
      district: enterprise.district,
    },
    withheld: [],
  });
});

test('what a need does not disclose is kept back by name, save what anybody may look up', () => {
  const { facts, withheld } = applicantOf({ ...asked, score: aScore(), discloses: ['tax'] });
  expect(Object.keys(facts).toSorted()).toEqual(
    ['age_months', 'district', 'industry', 'lists', 'tax_grade'].toSorted(),
  );
  expect(withheld).toEqual(expect.arrayContaining(['points', 'grade', 'sales_12m_fen']));
});

test('what the firm declares is told, whatever it discloses', () => {
  const declared = { existingLoans: fen(0), existingLenders: 0, firstTimeBorrower: true };
  const { facts } = applicantOf({ ...asked, declared, discloses: ['tax'] });
  expect(facts).toMatchObject({
    existing_loans_fen: 0,
    existing_lenders: 0,
    first_time_borrower: true,
  });
});
