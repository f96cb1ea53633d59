import type { Principal } from './principal.ts';

/** Every way to say no. Codes never change; their sentences may (platform/sentences.ts). */
export type RefusalCode =
  // of a value
  | 'required'
  | 'wrong_type'
  | 'too_long'
  | 'out_of_range'
  | 'not_in_list'
  | 'code_wrong_length'
  | 'code_wrong_character'
  | 'code_wrong_prefix'
  | 'code_wrong_check_digit'
  | 'date_wrong'
  | 'date_in_future'
  | 'money_wrong'
  | 'money_negative'
  | 'number_wrong'
  | 'id_number_wrong'
  | 'phone_wrong'
  | 'unknown_field'
  | 'repeated'
  | 'contradiction'
  | 'conflicting_columns'
  // of a row, a file, a mapping
  | 'column_count'
  | 'row_too_large'
  | 'row_not_an_object'
  | 'formula_in_cell'
  | 'cell_error'
  | 'missing_column'
  | 'file_empty'
  | 'file_too_large'
  | 'encoding_unknown'
  | 'format_unknown'
  | 'malformed_file'
  | 'malformed_mapping'
  // of a request
  | 'malformed_json'
  | 'body_too_large'
  | 'unsupported_media_type'
  | 'cursor_wrong'
  | 'id_wrong'
  | 'id_differs'
  | 'period_wrong'
  // of who asks
  | 'sign_in_required'
  | 'token_wrong'
  | 'forbidden'
  | 'id_taken'
  | 'rate_limited'
  | 'issuer_unreachable'
  // of a state
  | 'not_found'
  | 'catalogue_unknown'
  | 'catalogue_not_in_effect'
  | 'definition_unknown'
  | 'enterprise_unknown'
  | 'enterprise_not_scored'
  | 'enterprise_hard_stop'
  | 'need_differs'
  | 'purpose_unlawful'
  | 'need_consent_unknown'
  | 'need_consent_not_active'
  | 'need_consent_ends'
  | 'audience_not_listed'
  | 'needs_too_many'
  | 'need_editions_spent'
  | 'batch_differs'
  | 'whitelist_differs'
  | 'verification_differs'
  | 'record_not_verifiable'
  | 'identity_differs'
  | 'identity_not_verified'
  | 'identity_provider_unreachable'
  | 'case_differs'
  | 'record_withdrawn'
  | 'case_not_possible'
  | 'not_repairable_yet'
  | 'promise_required'
  | 'promise_barred'
  | 'evidence_required'
  | 'case_open'
  | 'case_not_filed'
  | 'case_not_accepted'
  | 'case_not_extendable'
  | 'case_not_open'
  | 'outcome_differs'
  | 'matching_event_differs'
  | 'matching_event_status_wrong'
  | 'matching_event_full'
  | 'decision_differs'
  | 'consent_required'
  | 'consent_differs'
  | 'consent_request_open'
  | 'consent_not_active'
  | 'consent_active'
  | 'consent_paused'
  | 'consent_revoked'
  | 'consent_not_yet_valid'
  | 'consent_expired'
  | 'consent_subject_differs'
  | 'consent_category'
  | 'consent_purpose'
  | 'consent_frequency'
  | 'card_faulty'
  | 'card_differs'
  | 'card_status_wrong'
  | 'card_same_person'
  | 'card_in_use'
  | 'scheme_faulty'
  | 'scheme_differs'
  | 'scheme_status_wrong'
  | 'scheme_same_person'
  | 'product_status_wrong'
  | 'product_suspended_by_office'
  | 'need_not_open'
  | 'need_not_matched'
  | 'whitelist_not_draft'
  | 'valid_to_passed'
  | 'version_differs'
  | 'audit_broken'
  | 'busy'
  | 'calendar_year_unknown';

/** One no: what is refused, where, and what was expected instead. */
export type Refusal = {
  readonly code: RefusalCode;
  readonly field?: string;
  readonly expected?: string;
  readonly actual?: string;
};

/** What a command answers. Its refusals come in a documented order; the first one wins. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export const accept = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const refuse = (
  code: RefusalCode,
  details: Omit<Refusal, 'code'> = {},
): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { code, ...details },
});

/** The shape of every command: who asks, what for. */
export type Command<Input, Answer> = (asker: Principal, input: Input) => Promise<Outcome<Answer>>;
