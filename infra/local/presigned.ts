/** S3's own limit for a presigned URL. */
const MAX_EXPIRES_S = 7 * 24 * 60 * 60;
/** How far ahead of us the signer's clock may be. */
const SKEW_MS = 15 * 60 * 1000;

/**
 * Why a presigned URL is not honoured, in S3's words; undefined for one that is, and for a request without
 * a presigned signature. `now` in epoch milliseconds.
 */
export function presignedFault(
  query: URLSearchParams,
  method: string,
  now: number,
): string | undefined {
  const names = [
    'X-Amz-Algorithm',
    'X-Amz-Credential',
    'X-Amz-Date',
    'X-Amz-Expires',
    'X-Amz-Signature',
  ];
  const told = names.filter((name) => query.has(name));
  if (told.length === 0) return undefined;
  if (told.length < names.length)
    return `Query-string authentication version 4 requires the ${names.join(', ')} parameters.`;
  const wanted = query.get('x-id');
  if (wanted !== null && methods[wanted] !== method)
    return 'The request signature we calculated does not match the signature you provided.';
  const signedAt = instantOf(query.get('X-Amz-Date') ?? '');
  const expires = Number(query.get('X-Amz-Expires'));
  if (signedAt === undefined) return 'X-Amz-Date must be in the ISO8601 format "yyyyMMddTHHmmssZ"';
  if (!Number.isInteger(expires) || expires < 1 || expires > MAX_EXPIRES_S)
    return `X-Amz-Expires must be between 1 and ${MAX_EXPIRES_S} seconds`;
  if (signedAt > now + SKEW_MS) return 'Request is not valid yet';
  return now >= signedAt + expires * 1000 ? 'Request has expired' : undefined;
}

/** A URL signed for one call is good for that call alone. */
const methods: Readonly<Record<string, string>> = {
  PutObject: 'PUT',
  GetObject: 'GET',
  HeadObject: 'HEAD',
  DeleteObject: 'DELETE',
};

function instantOf(text: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (parts === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
