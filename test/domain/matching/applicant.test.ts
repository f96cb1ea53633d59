import { expect, test } from 'vitest';
import { applicantOf } from '#domain/matching/applicant';
import { anEnterprise, aScore, CODE } from '../../support/builders.ts';

test('a firm that is only registered is known by its register alone', () => {
  const enterprise = { code: CODE, name: '某厂', status: 'revoked' } as const;
  expect(applicantOf({ enterprise, recommended: false })).toEqual({
    code: CODE,
    operating: false,
    hardStops: [],
    facts: {},
    recommended: false,
  });
});

test('a scored firm brings its points, facts and hard stops; whether it operates the register says', () => {
  const score = aScore({ vetoes: ['not_operating', 'dishonest_debtor_in_force'] });
  const enterprise = anEnterprise();
  const { establishedOn, industry, district } = enterprise;
  expect(applicantOf({ enterprise, score, recommended: true })).toEqual({
    code: CODE,
    operating: true,
    points: 720,
    grade: 'C',
    hardStops: ['dishonest_debtor_in_force'],
    facts: score.facts,
    size: 'small',
    establishedOn,
    industry,
    district,
    recommended: true,
  });
});
