import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Tracing } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { PlatformFunction } from './function.ts';
import type { Stage } from './stage.ts';

/** CloudWatch hands out log deliveries for no narrower resource than all of them. */
const LOG_DELIVERY = [
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
];
const TRACES = [
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
];

export type MachineRoleProps = {
  readonly stage: Stage;
  readonly key: IKey;
  /** The machine's name is told, since it and its role would otherwise wait for each other. */
  readonly machineName: string;
  readonly calls: PlatformFunction;
};

/**
 * What a state machine with a distributed map may do, action by action. CDK would also let it call every
 * version of the function.
 */
export class MachineRole extends Role {
  constructor(scope: Construct, id: string, props: MachineRoleProps) {
    super(scope, id, { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    const { stage, key, machineName, calls } = props;
    const { partition, region, account } = Stack.of(this);
    const arn = (kind: string, name: string) =>
      `arn:${partition}:states:${region}:${account}:${kind}:${name}`;
    const executions = arn('execution', `${machineName}:*`);
    const childExecutions = arn('execution', `${machineName}/*:*`);
    this.allow(calls.lambda.functionArn, 'lambda:InvokeFunction');
    // The parts of a map are executions of the same machine.
    this.allow(arn('stateMachine', machineName), 'states:StartExecution');
    this.allow(executions, 'states:DescribeExecution', 'states:StopExecution');
    this.allow(childExecutions, 'states:RedriveExecution');
    this.allow(key.keyArn, 'kms:Decrypt', 'kms:GenerateDataKey');
    this.allow('*', ...LOG_DELIVERY, ...(stage.tracing === Tracing.ACTIVE ? TRACES : []));
    for (const resource of [executions, childExecutions])
      acknowledge(
        this,
        `AwsSolutions-IAM5[Resource::${Stack.of(this).resolve(resource)}]`,
        'Executions get their names when they begin; the name of the machine is as narrow as it gets.',
      );
    acknowledge(
      this,
      'AwsSolutions-IAM5[Resource::*]',
      'Log deliveries and traces belong to the account: neither service takes a narrower resource.',
    );
  }

  private allow(resource: string, ...actions: string[]): void {
    this.addToPolicy(new PolicyStatement({ resources: [resource], actions }));
  }
}
