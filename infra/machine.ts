import { Duration, Stack } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { type EventPattern, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  CustomerManagedEncryptionConfiguration,
  type DefinitionBody,
  LogLevel,
  StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { type AlarmBell, Loss, PER_MINUTE } from './alarm.ts';
import { type FunctionProps, LOG_RETENTION, PlatformFunction } from './function.ts';
import { MachineRole } from './machine-role.ts';
import { DeadLetters } from './queue.ts';

/** The largest lawful work ends sooner; what goes on for longer makes no progress. */
const MAX_HOURS = 6;
const LATE_MS = 60 * 60 * 1000;

/** What a user loses, in a sentence each. */
type Losses = {
  /** Nothing could be told that there is work. */
  readonly dead: string;
  readonly failed: string;
  readonly timedOut: string;
  /** An execution goes on for over an hour. */
  readonly late: string;
};

export type MachineProps = FunctionProps & {
  readonly key: Key;
  readonly bell: AlarmBell;
  /** The machine's name within the stack. */
  readonly name: string;
  readonly definition: (scope: Construct, step: PlatformFunction) => DefinitionBody;
  readonly loses: Losses;
};

/** An event ─ rule ─> state machine ─> one function, step by step; what cannot begin or end rings. */
export class Machine extends Construct {
  readonly function: PlatformFunction;
  private readonly machine: StateMachine;
  private readonly dead: DeadLetters;

  constructor(scope: Construct, id: string, props: MachineProps) {
    super(scope, id);
    const { key, bell, loses } = props;
    this.function = new PlatformFunction(this, 'Step', props);
    this.machine = this.machineFor(props);
    this.dead = new DeadLetters(this, 'Dead', { key, bell, loses: loses.dead });
    // CDK lets the bus write into the queue, but not use the key under which the queue lies.
    key.grant(
      new ServicePrincipal('events.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      'kms:Decrypt',
      'kms:GenerateDataKey',
    );
    this.watch(bell, loses);
  }

  /** Every event of the bus that fits the pattern begins an execution; one that cannot begin is a dead letter. */
  listen(bus: IEventBus | 'default', eventPattern: EventPattern): void {
    new Rule(this, 'Rule', {
      ...(bus !== 'default' && { eventBus: bus }),
      eventPattern,
      targets: [new SfnStateMachine(this.machine, { deadLetterQueue: this.dead.queue })],
    });
  }

  private machineFor({ stage, key, name, definition }: MachineProps): StateMachine {
    const machineName = `${Stack.of(this).stackName}-${name}`;
    const role = new MachineRole(this, 'MachineRole', {
      stage,
      key,
      machineName,
      calls: this.function,
    });
    const machine = new StateMachine(this, 'Machine', {
      stateMachineName: machineName,
      definitionBody: definition(this, this.function),
      role: role.withoutPolicyUpdates(),
      timeout: Duration.hours(MAX_HOURS),
      encryptionConfiguration: new CustomerManagedEncryptionConfiguration(key),
      logs: {
        level: LogLevel.ALL,
        destination: new LogGroup(this, 'Logs', {
          // Under this prefix the account's one policy for logs, which is short, need not name the group.
          logGroupName: `/aws/vendedlogs/states/${machineName}`,
          retention: LOG_RETENTION,
          removalPolicy: stage.removal,
        }),
      },
      tracingEnabled: stage.tracing === Tracing.ACTIVE,
    });
    // CDK writes one for the map, which would be attached to nothing: the role above says it all.
    machine.node.tryRemoveChild('DistributedMapPolicy');
    if (stage.tracing === Tracing.DISABLED)
      for (const finding of [
        'AwsSolutions-SF2',
        'Serverless-StepFunctionStateMachineXray',
      ] as const)
        acknowledge(machine, finding, 'X-Ray does not trace Lambda in China: half a trace.');
    return machine;
  }

  private watch(bell: AlarmBell, loses: Losses): void {
    const loss = (id: string, sentence: string, metric: IMetric, above = 0) =>
      new Loss(this, id, { bell, loses: sentence, metric, above });
    const count = { ...PER_MINUTE, statistic: 'Sum' };
    loss('Failed', loses.failed, this.machine.metricFailed(count));
    loss('TimedOut', loses.timedOut, this.machine.metricTimedOut(count));
    loss(
      'Late',
      loses.late,
      this.machine.metricTime({ ...PER_MINUTE, statistic: 'Maximum' }),
      LATE_MS,
    );
  }
}
