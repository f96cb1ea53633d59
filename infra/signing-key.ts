import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { PlatformFunction } from './function.ts';
import type { Stage } from './stage.ts';

/**
 * The key with which checkpoints of the audit and consents are signed; it never leaves KMS. One machine signs with a
 * file of its data folder instead, of which the runner tells the functions (SIGNING_KEY_FILE).
 */
export class SigningKey extends Construct {
  /** What a function must know to sign. */
  readonly environment: Readonly<Record<string, string>>;
  private readonly key: Key;

  constructor(scope: Construct, id: string, { stage }: { readonly stage: Stage }) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      keySpec: KeySpec.RSA_2048,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: stage.removal,
      description: 'Signs the audit and consents (RS256).',
    });
    this.environment = stage.name === 'cloud' ? { SIGNING_KEY_ID: this.key.keyId } : {};
  }

  /** To sign, and to verify by the public key. */
  grantSign(to: PlatformFunction): void {
    to.allow([this.key.keyArn], ['kms:Sign', 'kms:GetPublicKey']);
  }
}
