import type { Message, Messages } from './messages.ts';
import type { Resource, Template } from './template.ts';

const DEFAULT_VISIBILITY_S = 30;

/** A queue as SQS has it: at least once, invisible while in work, dead after too many receipts. */
export type Queue = {
  readonly id: string;
  readonly arn: string;
  /** The logical id without CDK's hash: how people speak of it. */
  readonly name: string;
  readonly visibilityMs: number;
  readonly deadLetters?: { readonly queue: string; readonly maxReceives: number };
};

export function queuesOf(template: Template): readonly Queue[] {
  return template.ofType('AWS::SQS::Queue').map((resource) => queueOf(template, resource));
}

function queueOf(template: Template, resource: Resource): Queue {
  const { properties } = resource;
  const queue = {
    id: resource.id,
    arn: resource.arn,
    name: resource.id.replace(/[0-9A-F]{8}$/, ''),
    visibilityMs: properties.whole('VisibilityTimeout', DEFAULT_VISIBILITY_S) * 1000,
  };
  if (!properties.has('RedrivePolicy')) return queue;
  const behind = properties.text('RedrivePolicy.deadLetterTargetArn');
  return {
    ...queue,
    deadLetters: {
      queue: template.behind(behind, 'AWS::SQS::Queue', `The queue ${resource.id}`).id,
      maxReceives: properties.whole('RedrivePolicy.maxReceiveCount'),
    },
  };
}

/** Takes up to `max` messages; those that have been received too often already go to the dead letters instead. */
export function receive(
  messages: Messages,
  queue: Queue,
  { max, now }: { readonly max: number; readonly now: number },
): { readonly batch: readonly Message[]; readonly died: number } {
  const received = messages.receive(queue.id, {
    max,
    now,
    invisibleUntil: now + queue.visibilityMs,
  });
  const { deadLetters } = queue;
  if (deadLetters === undefined) return { batch: received, died: 0 };
  const isDead = (message: Message) => message.receives > deadLetters.maxReceives;
  const dead = received.filter(isDead);
  if (dead.length > 0)
    messages.move(
      dead.map((message) => message.id),
      deadLetters.queue,
      now,
    );
  return { batch: received.filter((message) => !isDead(message)), died: dead.length };
}
