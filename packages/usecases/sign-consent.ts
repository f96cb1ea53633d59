import type { ConsentArtefact } from '#domain/consent/artefact';
import type { SignedArtefact } from '#domain/consent/consent';
import { sortedJson } from '#domain/sorted-json';
import type { Ports } from './ports.ts';

/** The text that is hashed and signed: sorted keys and no spaces, which for our values is RFC 8785. */
export const canonicalConsent = (artefact: ConsentArtefact): string => sortedJson(artefact);

export async function signConsent(
  { digest, signer }: Pick<Ports, 'digest' | 'signer'>,
  artefact: ConsentArtefact,
): Promise<SignedArtefact> {
  const canonical = canonicalConsent(artefact);
  const [jws, keyId] = await Promise.all([signer.sign(canonical), signer.keyId()]);
  return { artefact, hash: digest(canonical), jws, keyId };
}
