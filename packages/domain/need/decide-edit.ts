import { accept, type Outcome, refuse } from '../refusal.ts';
import type { BusinessDate, Instant } from '../time.ts';
import { MAX_EDITIONS } from './limits.ts';
import type { Need, NeedTerms } from './need.ts';
import { whyNotNeed } from './need-actions.ts';

/**
 * A need with other terms: the next edition. Its code never changes, nor when it was posted. Refuses, in this order:
 * need_differs (another code), need_not_open, version_differs (it has moved since `seen`), need_editions_spent.
 */
export function editedNeed(
  kept: { readonly value: Need; readonly version: number },
  terms: NeedTerms,
  at: { readonly seen: number; readonly now: Instant; readonly today: BusinessDate },
): Outcome<Need> {
  const { value: need, version } = kept;
  if (need.code !== terms.code)
    return refuse('need_differs', { field: 'code', expected: 'the firm that posted it' });
  const closed = whyNotNeed('edit', need, at.today);
  if (closed) return { ok: false, refusal: closed };
  if (at.seen !== version)
    return refuse('version_differs', {
      field: 'If-Match',
      expected: `v${version}`,
      actual: `v${at.seen}`,
    });
  if (need.edition >= MAX_EDITIONS)
    return refuse('need_editions_spent', { field: 'id', expected: `<= ${MAX_EDITIONS}` });
  const { status, submittedAt } = need;
  return accept({ ...terms, status, submittedAt, edition: need.edition + 1, editedAt: at.now });
}
