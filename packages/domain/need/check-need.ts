import { dataCategoryIds } from '../consent/data-categories.ts';
import { namesIn } from '../names-in.ts';
import { badList, badText, outside, repeats } from '../product/bounds.ts';
import { principalLimits, rateLimits, termLimits } from '../product/limits.ts';
import { guaranteeKinds, unlawfulPurposeKinds } from '../product/vocabulary.ts';
import type { Refusal } from '../refusal.ts';
import { addDays, type BusinessDate } from '../time.ts';
import { checkDeclared } from './check-declared.ts';
import { checkPapers } from './check-papers.ts';
import {
  MAX_EXPECTED_DAYS,
  MAX_INVITED_BANKS,
  MAX_NAMED_CONSENTS,
  MAX_PURPOSE_DETAIL,
  MAX_VALID_DAYS,
} from './limits.ts';
import type { NeedTerms } from './need.ts';
import { unlawfulPurposeIn, unlawfulPurposes } from './unlawful-purposes.ts';

/** Division code (GB/T 2260). */
const DISTRICT = /^\d{6}$/;

/**
 * What a schema cannot say of a need on a day. Refusals in order: principal, term (out_of_range), purpose
 * (purpose_unlawful: what was said and the rule), purposeDetail (required, too_long; purpose_unlawful: the
 * phrase and the rule), guarantees (required), rateCeiling (out_of_range), validTo (valid_to_passed, its last day still counts;
 * out_of_range), expectedOn (out_of_range), district (not_in_list), declared (out_of_range, contradiction),
 * audience, discloses, consents, attachments (required, too_long, repeated, not_in_list), id (id_wrong: that of an
 * anonymous need tells the code).
 */
export const checkNeed = (need: NeedTerms, today: BusinessDate): readonly Refusal[] => [
  ...outside('principal', need.principal, principalLimits),
  ...outside('term', need.term, termLimits),
  ...unlawfulPurpose(need),
  ...unlawfulDetail(need),
  ...badList('guarantees', need.guarantees, namesIn(guaranteeKinds).length),
  ...(need.rateCeiling === undefined ? [] : outside('rateCeiling', need.rateCeiling, rateLimits)),
  ...badValidity(need, today),
  ...badExpected(need, today),
  ...badDistrict(need),
  ...checkDeclared(need.declared ?? {}),
  ...badBanks(need),
  ...badOptional('discloses', need.discloses, dataCategoryIds.length),
  ...badOptional('consents', need.consents, MAX_NAMED_CONSENTS),
  ...checkPapers(need.attachments ?? []),
  ...tellingId(need),
];

function unlawfulPurpose({ purpose }: NeedTerms): Refusal[] {
  if (!isUnlawful(purpose)) return [];
  return [
    {
      code: 'purpose_unlawful',
      field: 'purpose',
      expected: unlawfulPurposes[purpose].source,
      actual: unlawfulPurposeKinds[purpose].zh,
    },
  ];
}

const isUnlawful = (purpose: string): purpose is keyof typeof unlawfulPurposes =>
  Object.hasOwn(unlawfulPurposes, purpose);

function unlawfulDetail({ purposeDetail: text }: NeedTerms): Refusal[] {
  if (text === undefined) return [];
  const field = 'purposeDetail';
  const faults = badText(field, text, MAX_PURPOSE_DETAIL);
  const said = faults.length > 0 ? undefined : unlawfulPurposeIn(text);
  if (!said) return faults;
  const expected = unlawfulPurposes[said.purpose].source;
  return [{ code: 'purpose_unlawful', field, expected, actual: said.phrase }];
}

function badValidity({ validTo }: NeedTerms, today: BusinessDate): Refusal[] {
  if (validTo < today)
    return [
      { code: 'valid_to_passed', field: 'validTo', expected: `>= ${today}`, actual: validTo },
    ];
  return later('validTo', validTo, addDays(today, MAX_VALID_DAYS));
}

/** Counted from the last day at the earliest possible one, so that a passed validity is told once. */
function badExpected({ expectedOn, validTo }: NeedTerms, today: BusinessDate): Refusal[] {
  if (expectedOn === undefined) return [];
  if (expectedOn < today)
    return [
      { code: 'out_of_range', field: 'expectedOn', expected: `>= ${today}`, actual: expectedOn },
    ];
  const last = validTo < today ? today : validTo;
  return later('expectedOn', expectedOn, addDays(last, MAX_EXPECTED_DAYS));
}

const later = (field: string, day: BusinessDate, last: BusinessDate): Refusal[] =>
  day <= last ? [] : [{ code: 'out_of_range', field, expected: `<= ${last}`, actual: day }];

const badDistrict = ({ district }: NeedTerms): Refusal[] =>
  district === undefined || DISTRICT.test(district)
    ? []
    : [{ code: 'not_in_list', field: 'district', expected: 'GB/T 2260: 320508', actual: district }];

const badBanks = ({ audience }: NeedTerms): Refusal[] =>
  audience.to === 'banks'
    ? [
        ...badList('audience.banks', audience.banks, MAX_INVITED_BANKS),
        ...repeats('audience.banks', audience.banks),
      ]
    : [];

/** A list that may be left out, or hold nothing. */
const badOptional = (field: string, list: readonly string[] = [], max: number): Refusal[] => [
  ...(list.length > max ? badList(field, list, max) : []),
  ...repeats(field, list),
];

const tellingId = ({ id, code, visibility }: NeedTerms): Refusal[] =>
  visibility === 'anonymous' && id.toUpperCase().includes(code)
    ? [{ code: 'id_wrong', field: 'id', expected: 'an id that does not tell the firm', actual: id }]
    : [];
