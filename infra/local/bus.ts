import { randomUUID } from 'node:crypto';
import type { Letter } from './messages.ts';
import { type Pattern, patternOf } from './pattern.ts';
import { type Json, type Properties, propertiesOf } from './properties.ts';
import type { Place } from './references.ts';
import type { Resource, Template } from './template.ts';

export const DEFAULT_BUS = 'default';

export type BusEvent = {
  readonly source: string;
  readonly detailType: string;
  readonly detail: Json;
  readonly resources?: readonly string[];
};

/** Which letters an event becomes: one for each target of each rule that it fits. Sends nothing itself. */
export type Buses = (bus: string, event: BusEvent) => readonly Letter[];

type Rule = { readonly bus: string; readonly fits: Pattern; readonly targets: readonly string[] };

/** A state machine's start is a message under the machine's id. */
const TARGETS = ['AWS::SQS::Queue', 'AWS::StepFunctions::StateMachine'];

export function busesOf(template: Template): Buses {
  const rules = template
    .ofType('AWS::Events::Rule')
    .filter(({ properties }) => properties.has('EventPattern')) // The others follow the clock: schedules.ts.
    .map((rule) => ruleOf(template, rule));
  return (bus, event) => {
    const whole = envelope(template, event);
    const body = JSON.stringify(whole);
    return rules
      .filter((rule) => rule.bus === bus && rule.fits(whole))
      .flatMap((rule) => rule.targets.map((queue) => ({ queue, body })));
  };
}

function ruleOf(template: Template, { id, properties }: Resource): Rule {
  refuseDisabled(id, properties);
  const targets = properties.list('Targets').map((_target, at) => {
    const owner = `Target ${at} of the rule ${id}`;
    const arn = propertiesOf(owner, properties.object(`Targets.${at}`)).text('Arn');
    return template.behind(arn, TARGETS, owner).id;
  });
  return {
    bus: properties.has('EventBusName') ? properties.text('EventBusName') : DEFAULT_BUS,
    fits: patternOf(properties.object('EventPattern')),
    targets,
  };
}

export function refuseDisabled(id: string, properties: Properties): void {
  if (!properties.has('State') || properties.text('State') === 'ENABLED') return;
  throw new Error(
    `The local runner does not know the state ${properties.text('State')} of the rule ${id}.`,
  );
}

export const envelope = (place: Place, event: BusEvent): Json => ({
  version: '0',
  id: randomUUID(),
  'detail-type': event.detailType,
  source: event.source,
  account: place.account,
  time: `${new Date().toISOString().slice(0, 19)}Z`,
  region: place.region,
  resources: event.resources ?? [],
  detail: event.detail,
});
