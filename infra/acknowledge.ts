import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Keeps a finding of cdk-nag on one construct and what it holds, for the reason given. The id is the exact
 * one of the report, with what stands in brackets; any finding that is not kept so fails the synth.
 */
export function acknowledge(
  construct: IConstruct,
  finding: `AwsSolutions-${string}` | `Serverless-${string}`,
  reason: string,
): void {
  const [pack] = finding.split('-');
  Validations.of(construct).acknowledge({ id: `${pack}::${finding}`, reason });
}
