import { badList, badText, repeats } from '../product/bounds.ts';
import type { Refusal } from '../refusal.ts';
import { MAX_ATTACHMENT_NAME, MAX_ATTACHMENTS } from './limits.ts';
import type { Attachment } from './need.ts';

const SHA_256 = /^[0-9a-f]{64}$/;

/**
 * The papers of a need. Refuses, in this order: too many of them (too_long); of each its name (required, too_long)
 * and its digest (not_in_list); the same file twice (repeated).
 */
export const checkPapers = (papers: readonly Attachment[]): readonly Refusal[] => [
  ...(papers.length > MAX_ATTACHMENTS ? badList('attachments', papers, MAX_ATTACHMENTS) : []),
  ...papers.flatMap(({ name, digest }, index) => [
    ...badText(`attachments.${index}.name`, name, MAX_ATTACHMENT_NAME),
    ...badDigest(`attachments.${index}.digest`, digest),
  ]),
  ...repeats(
    'attachments',
    papers.map(({ digest }) => digest),
  ),
];

const badDigest = (field: string, digest: string): Refusal[] =>
  SHA_256.test(digest)
    ? []
    : [{ code: 'not_in_list', field, expected: 'SHA-256 in hex', actual: digest }];
