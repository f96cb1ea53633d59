import type { Bounds } from '../product/bounds.ts';
import { principalLimits } from '../product/limits.ts';

/** Characters of what a firm says of its purpose. */
export const MAX_PURPOSE_DETAIL = 500;
/** Banks that one need invites, and consents that it names. */
export const MAX_INVITED_BANKS = 20;
export const MAX_NAMED_CONSENTS = 20;
export const MAX_ATTACHMENTS = 20;
export const MAX_ATTACHMENT_NAME = 200;
/** Days from today to the last one, as long as a consent lasts. */
export const MAX_VALID_DAYS = 366;
/** Days after the last one on which the money may be wanted at the latest. */
export const MAX_EXPECTED_DAYS = 365;
/** Needs of one firm that are open at the same time. */
export const MAX_OPEN_NEEDS = 10;
/** Terms that one need has had; whoever wants others still posts another need. */
export const MAX_EDITIONS = 50;

/** In fen. */
export const debtLimits: Bounds = { min: 0, max: 100 * principalLimits.max };
export const lenderLimits: Bounds = { min: 0, max: 200 };
