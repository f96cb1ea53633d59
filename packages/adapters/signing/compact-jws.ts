import { base64url, type CryptoKey, compactVerify, errors } from 'jose';

/** The one algorithm: a token that names another, or none, is no signature of ours. */
export const ALGORITHM = 'RS256';

/**
 * The payload of what was signed with this key and names it; undefined for anything else. A signature written
 * in another form of base64url is refused, so that one byte changed anywhere is a change.
 */
export async function verified(
  jws: string,
  { key, keyId }: { readonly key: CryptoKey; readonly keyId: string },
): Promise<string | undefined> {
  const signature = jws.slice(jws.lastIndexOf('.') + 1);
  try {
    if (base64url.encode(base64url.decode(signature)) !== signature) return undefined;
    const { payload, protectedHeader } = await compactVerify(jws, key, { algorithms: [ALGORITHM] });
    return protectedHeader.kid === keyId ? new TextDecoder().decode(payload) : undefined;
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined;
    throw error;
  }
}
