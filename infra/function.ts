import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { INDEXES } from '#adapters/dynamodb/table';
import { acknowledge } from './acknowledge.ts';
import type { Stage } from './stage.ts';

const MEMORY_MIB = 1024;
export const LOG_RETENTION = RetentionDays.SIX_MONTHS;

export type FunctionProps = {
  readonly stage: Stage;
  /** The folder that infra/build.ts fills: one folder per function. */
  readonly bundles: string;
  /** The folder of functions/ that it is built from. */
  readonly bundle: string;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
};

/** One bundle on Lambda with a role, a log group and nothing else: what it may do is granted by name. */
export class PlatformFunction extends Construct {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, props: FunctionProps) {
    super(scope, id);
    const folder = join(props.bundles, props.bundle);
    if (!existsSync(join(folder, 'index.mjs')))
      throw new Error(`There is no bundle at ${folder}: run \`node infra/build.ts\` first.`);
    const logGroup = new LogGroup(this, 'Logs', {
      retention: LOG_RETENTION,
      removalPolicy: props.stage.removal,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    logGroup.grantWrite(role);
    this.lambda = new LambdaFunction(this, 'Function', {
      code: Code.fromAsset(folder),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: MEMORY_MIB,
      timeout: Duration.seconds(props.timeoutSeconds),
      tracing: props.stage.tracing,
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      role,
      environment: { ...props.environment },
    });
    this.acknowledgeFindings(props.stage);
  }

  /** Reading and committing, action by action: no Scan, no batch writes, no deleting, no table settings. */
  grantTable(table: { readonly arn: string; readonly key: IKey }): void {
    this.allow(
      [table.arn],
      [
        'dynamodb:GetItem',
        'dynamodb:BatchGetItem',
        'dynamodb:Query',
        'dynamodb:ConditionCheckItem',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
      ],
    );
    this.allow(
      Object.keys(INDEXES).map((index) => `${table.arn}/index/${index}`),
      ['dynamodb:Query'],
    );
    this.allow(
      [table.key.keyArn],
      [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
    );
  }

  /** Retention alone deletes, and only what it has read under the version that it names. */
  grantDelete(table: { readonly arn: string }): void {
    this.allow([table.arn], ['dynamodb:DeleteItem']);
  }

  /** Sealing makes data keys; opening unwraps them. */
  grantVault(key: IKey, ...may: readonly ('seal' | 'open')[]): void {
    const actions = { seal: 'kms:GenerateDataKey', open: 'kms:Decrypt' } as const;
    this.allow(
      [key.keyArn],
      may.map((one) => actions[one]),
    );
  }

  allow(resources: readonly string[], actions: readonly string[]): void {
    this.lambda.addToRolePolicy(
      new PolicyStatement({ resources: [...resources], actions: [...actions] }),
    );
  }

  private acknowledgeFindings(stage: Stage): void {
    acknowledge(
      this.lambda,
      'Serverless-LambdaDLQ',
      'HTTP callers get the error, messages have the dead letters of their queue, and a schedule comes again while an alarm rings.',
    );
    if (stage.tracing === Tracing.DISABLED)
      acknowledge(this.lambda, 'Serverless-LambdaTracing', 'X-Ray does not trace Lambda in China.');
    else
      acknowledge(
        this,
        'AwsSolutions-IAM5[Resource::*]',
        'X-Ray takes traces for no narrower resource than all; CDK writes this statement.',
      );
  }
}
