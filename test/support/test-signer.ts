import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyFileSigner } from '#adapters/signing/key-file-signer';
import type { Signer } from '#usecases/ports';

/** A signer with a key of its own, which is made when something is first signed. */
export const testSigner = (): Signer =>
  keyFileSigner(join(mkdtempSync(join(tmpdir(), 'xinyidai-keys-')), 'signing.jwk'));
