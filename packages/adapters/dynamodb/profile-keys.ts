import type { RecordId, UnifiedCode } from '#domain/ids';
import type { RevisionOf } from '#usecases/ports';

type Primary = { readonly pk: string; readonly sk: string };

/** Counters of commits; read together with what they guard. */
export const revisionKey = (of: RevisionOf): Primary =>
  of === 'products' || of === 'holdings'
    ? { pk: `REVISION#${of}`, sk: 'REVISION' }
    : profileKey(of.slice('records:'.length));

/**
 * The profile of a firm: the counter of its records' commits, and one attribute for each of them, by
 * `profileAttribute`. It is written by updates alone, so that deliveries of one firm never meet in it.
 */
export const profileKey = (code: string): Primary => ({ pk: `ENTERPRISE#${code}`, sk: 'PROFILE' });

/** A record's name within its firm; it holds a slash, so it meets no other attribute. */
export const profileAttribute = (id: RecordId): string => {
  const [catalogue, , ...key] = id.split('/');
  return `${catalogue}/${key.join('/')}`;
};

export const recordOfAttribute = (code: UnifiedCode, attribute: string): RecordId => {
  const [catalogue, ...key] = attribute.split('/');
  return `${catalogue}/${code}/${key.join('/')}` as RecordId;
};
