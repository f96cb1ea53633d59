import type { RefusalCode } from '#domain/refusal';

/**
 * 400: the request cannot be read · 404: nothing there · 409: not in this state · 412: not this version ·
 * 413, 415: not this body · 422: read, and wrong · 503: try again.
 */
export const statuses = {
  required: 422,
  wrong_type: 422,
  too_long: 422,
  out_of_range: 422,
  not_in_list: 422,
  code_wrong_length: 422,
  code_wrong_character: 422,
  code_wrong_prefix: 422,
  code_wrong_check_digit: 422,
  date_wrong: 422,
  date_in_future: 422,
  money_wrong: 422,
  money_negative: 422,
  number_wrong: 422,
  unknown_field: 422,
  conflicting_columns: 422,
  column_count: 422,
  row_too_large: 422,
  row_not_an_object: 422,
  formula_in_cell: 422,
  cell_error: 422,
  missing_column: 422,
  file_empty: 422,
  file_too_large: 413,
  encoding_unknown: 400,
  format_unknown: 422,
  malformed_file: 422,
  malformed_mapping: 422,
  malformed_json: 400,
  body_too_large: 413,
  unsupported_media_type: 415,
  cursor_wrong: 400,
  id_wrong: 400,
  id_differs: 422,
  period_wrong: 422,
  not_found: 404,
  catalogue_unknown: 404,
  catalogue_not_in_effect: 409,
  definition_unknown: 422,
  enterprise_unknown: 422,
  enterprise_not_scored: 404,
  enterprise_hard_stop: 409,
  need_differs: 409,
  batch_differs: 409,
  whitelist_differs: 409,
  verification_differs: 409,
  record_not_verifiable: 409,
  case_differs: 409,
  record_withdrawn: 409,
  case_not_possible: 409,
  not_repairable_yet: 409,
  promise_required: 422,
  promise_barred: 409,
  evidence_required: 422,
  case_open: 409,
  case_not_filed: 409,
  case_not_accepted: 409,
  case_not_extendable: 409,
  case_not_open: 409,
  need_not_open: 409,
  need_not_matched: 404,
  whitelist_not_draft: 409,
  valid_to_passed: 422,
  version_differs: 412,
  busy: 503,
  calendar_year_unknown: 422,
} as const satisfies Record<RefusalCode, number>;

/** What HTTP alone can refuse, and our own mistakes. */
export const doorStatuses = { method_not_allowed: 405, internal: 500 } as const;

export type ProblemCode = RefusalCode | keyof typeof doorStatuses;
export const statusOf = { ...statuses, ...doorStatuses } as const satisfies Record<
  ProblemCode,
  number
>;

/** The `title` of a problem: the phrase of its status (RFC 9110). */
export const titles: Readonly<Record<(typeof statusOf)[ProblemCode], string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};
