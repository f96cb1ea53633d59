import { CONSENT_FORM } from '#domain/consent/artefact';
import { cataloguesIn, dataCategories, dataCategoryIds } from '#domain/consent/data-categories';
import { consentPurposeCodes, consentPurposes } from '#domain/consent/purposes';
import { consentId } from '#domain/ids';
import { partyOf } from '#domain/principal';
import type { Platform } from '#platform/platform';
import { consentRenewalSchema, consentTermsSchema } from '#platform/schemas/consent';
import { bankIdSchema } from '#platform/schemas/values';
import { answer, asking, no, type Operation } from '../operation.ts';
import { byTime, paged, pageOf, pagingOf } from '../paging.ts';
import { bodyUnder, codeRefusals, pathCode, pathId } from '../parse-asked.ts';

const tag = 'Consents';
const path = '/v1/consents/{id}';
const answers = { one: 'Consent' } as const;
const idOf = (id: string) => pathId(consentId, id, 'consent');
const writes = [
  'id_wrong',
  'id_differs',
  'id_taken',
  'consent_differs',
  'valid_to_passed',
  'enterprise_unknown',
  ...codeRefusals,
] as const;

type Move = 'declineConsent' | 'pauseConsent' | 'resumeConsent' | 'revokeConsent';

/** What a firm does with a consent by its id alone; twice is once. */
const move = (
  operationId: Move,
  told: Pick<Operation, 'path' | 'summary' | 'description' | 'refuses'>,
): Operation => ({
  method: 'PUT',
  operationId,
  action: operationId,
  tag,
  ...told,
  answers,
  refuses: ['id_wrong', 'not_found', ...told.refuses],
  handle: async (platform: Platform, { asker, id }) => {
    const asked = idOf(id);
    if (!asked.ok) return no(asked);
    return answer(await platform[operationId](asker, asked.value), (value) => ({ value }));
  },
});

export const consents: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v1/consent-form',
    operationId: 'readConsentForm',
    action: null,
    tag,
    summary: 'The categories of data and the purposes that a consent names',
    answers: { one: 'ConsentForm' },
    refuses: [],
    handle: async () => ({ ok: true, value: { value: form } }),
  },
  asking({
    method: 'GET',
    path: '/v1/consents',
    operationId: 'listConsents',
    action: 'listConsentsTo',
    tag,
    summary: 'The consents that a bank was given, or has asked for, newest first',
    query: pagingOf(byTime('consent')).extend({
      bank: bankIdSchema.exactOptional().meta({
        description: 'The bank of whoever asks unless told; the auditor tells whose.',
      }),
    }),
    answers: { pageOf: 'Consent' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, query: { bank, ...paging } }) => {
      const to =
        bank === undefined ? partyOf(asker) : ({ kind: 'bank', organisation: bank } as const);
      return answer(await platform.listConsentsTo(asker, { ...pageOf(paging), to }), (page) => ({
        value: paged(page),
      }));
    },
  }),
  {
    method: 'GET',
    path,
    operationId: 'readConsent',
    action: 'readConsent',
    tag,
    summary: 'One consent, as it stands today',
    answers,
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id }) => {
      const asked = idOf(id);
      if (!asked.ok) return no(asked);
      return answer(await platform.readConsent(asker, asked.value), ({ value }) => ({ value }));
    },
  },
  {
    method: 'PUT',
    path,
    operationId: 'requestConsent',
    action: 'requestConsent',
    tag,
    summary: 'Ask a firm for its consent',
    description:
      'The client names the consent: the same terms again are answered alike. The firm has 30 days to answer, and one open request of a bank for a purpose at a time.',
    body: consentTermsSchema,
    creates: true,
    answers,
    refuses: [...writes, 'not_found', 'consent_request_open'],
    handle: async (platform, { asker, id, body }) => {
      const terms = bodyUnder(idOf(id), consentTermsSchema, body);
      if (!terms.ok) return terms;
      return answer(await platform.requestConsent(asker, terms.value), ({ value, created }) => ({
        value,
        ...(created && { createdAt: `/v1/consents/${value.id}` }),
      }));
    },
  },
  {
    method: 'PUT',
    path: '/v1/consents/{id}/grant',
    operationId: 'grantConsent',
    action: 'grantConsent',
    tag,
    summary: 'Consent: to a request, or unasked',
    description:
      'The firm names every term, so that what is signed is what it has seen; a request must say the same.',
    body: consentTermsSchema,
    creates: true,
    answers,
    refuses: [...writes, 'consent_not_active'],
    handle: async (platform, { asker, id, body }) => {
      const terms = bodyUnder(idOf(id), consentTermsSchema, body);
      if (!terms.ok) return terms;
      return answer(await platform.grantConsent(asker, terms.value), ({ value, created }) => ({
        value,
        ...(created && { createdAt: `/v1/consents/${value.id}` }),
      }));
    },
  },
  move('declineConsent', {
    path: '/v1/consents/{id}/decline',
    summary: 'Say no to a request',
    refuses: [
      'consent_not_active',
      'consent_active',
      'consent_paused',
      'consent_revoked',
      'consent_expired',
    ],
  }),
  move('pauseConsent', {
    path: '/v1/consents/{id}/pause',
    summary: 'Let nothing be read until further notice',
    refuses: ['consent_not_active', 'consent_revoked', 'consent_expired'],
  }),
  move('resumeConsent', {
    path: '/v1/consents/{id}/resume',
    summary: 'Let be read again what was paused',
    refuses: ['consent_not_active', 'consent_revoked', 'consent_expired'],
  }),
  move('revokeConsent', {
    path: '/v1/consents/{id}/revocation',
    summary: 'Take a consent back, for good',
    description:
      'The very next read is refused. The bank is told, and by when it has deleted what it read; what it still asks of the firm for the same purpose ends with it.',
    refuses: ['consent_not_active', 'consent_expired'],
  }),
  {
    method: 'PUT',
    path: '/v1/consents/{id}/renewal',
    operationId: 'renewConsent',
    action: 'renewConsent',
    tag,
    summary: 'Give a consent a new last day, signed anew',
    description:
      'From today; reads that still count go on counting. The new artefact names the hash of the one it renews.',
    body: consentRenewalSchema,
    answers,
    refuses: [
      'id_wrong',
      'id_differs',
      'not_found',
      'consent_not_active',
      'consent_paused',
      'consent_revoked',
      'valid_to_passed',
    ],
    handle: async (platform, { asker, id, body }) => {
      const asked = bodyUnder(idOf(id), consentRenewalSchema, body);
      if (!asked.ok) return asked;
      return answer(await platform.renewConsent(asker, asked.value), (value) => ({ value }));
    },
  },
  {
    method: 'GET',
    path: '/v1/consents/{id}/receipt',
    operationId: 'readReceipt',
    action: 'readReceipt',
    tag,
    summary: 'What proves a consent without this platform',
    answers: { one: 'Receipt' },
    refuses: ['id_wrong', 'not_found', 'consent_not_active'],
    handle: async (platform, { asker, id }) => {
      const asked = idOf(id);
      if (!asked.ok) return no(asked);
      return answer(await platform.readReceipt(asker, asked.value), (value) => ({ value }));
    },
  },
  asking({
    method: 'GET',
    path: '/v1/enterprises/{code}/consents',
    operationId: 'listConsentsOfEnterprise',
    action: 'listConsentsOfEnterprise',
    tag,
    summary: 'The consents of a firm, and what it is asked for, newest first',
    query: pagingOf(byTime('consent')),
    answers: { pageOf: 'Consent' },
    refuses: [...codeRefusals, 'not_found'],
    handle: async (platform, { asker, id, query }) => {
      const firm = pathCode(id);
      if (!firm.ok) return no(firm);
      const found = await platform.listConsentsOfEnterprise(asker, {
        ...pageOf(query),
        code: firm.value,
      });
      return answer(found, (page) => ({ value: paged(page) }));
    },
  }),
];

const form = {
  form: CONSENT_FORM,
  categories: dataCategoryIds.map((id) => ({
    id,
    ...dataCategories[id],
    catalogues: cataloguesIn([id]),
  })),
  purposes: consentPurposeCodes.map((id) => ({ id, ...consentPurposes[id] })),
};
