import type { Buses } from './bus.ts';
import type { Letter } from './messages.ts';
import { type Pattern, patternOf } from './pattern.ts';
import { isObject, type Json, propertiesOf } from './properties.ts';
import type { Resource, Template } from './template.ts';

/** What a stream record becomes: letters in queues, none if no filter lets it through. */
export type Pipe = (record: Json) => readonly Letter[];

/** A pipe from the table's stream to a bus. A record that its template does not fit becomes a dead letter. */
export function pipeOf(template: Template, resource: Resource, buses: Buses): Pipe {
  const { id, properties } = resource;
  const asker = `The pipe ${id}`;
  template.behind(properties.text('Source'), 'AWS::DynamoDB::GlobalTable', asker);
  const stream = 'SourceParameters.DynamoDBStreamParameters';
  if (properties.text(`${stream}.StartingPosition`) !== 'TRIM_HORIZON')
    throw new Error(
      `${asker} does not start at TRIM_HORIZON: the local runner knows no other start.`,
    );
  const dead = properties.text(`${stream}.DeadLetterConfig.Arn`);
  const deadLetters = template.behind(dead, 'AWS::SQS::Queue', asker).id;
  const bus = template.behind(properties.text('Target'), 'AWS::Events::EventBus', asker).name;
  const target = 'TargetParameters.EventBridgeEventBusParameters';
  const source = properties.text(`${target}.Source`);
  const detailType = properties.text(`${target}.DetailType`);
  const fill = inputTemplate(properties.text('TargetParameters.InputTemplate'));
  const lets = filterOf(asker, properties.list('SourceParameters.FilterCriteria.Filters'));
  return (record) => {
    if (!lets(record)) return [];
    const detail = fill(record);
    return detail === undefined
      ? [{ queue: deadLetters, body: JSON.stringify(record) }]
      : buses(bus, { source, detailType, detail });
  };
}

/** Any one filter lets a record through; with none, everything passes. */
function filterOf(asker: string, filters: readonly Json[]): Pattern {
  const patterns = filters.map((each) =>
    patternOf(JSON.parse(propertiesOf(asker, isObject(each) ? each : {}).text('Pattern'))),
  );
  return (record) => patterns.length === 0 || patterns.some((fits) => fits(record));
}

/**
 * An input template of a pipe: JSON with places like <$.dynamodb.NewImage.type.S>, outside of quotes, each
 * of which becomes the JSON of what lies there. Answers undefined for a record that lacks one of them.
 */
export function inputTemplate(written: string): (record: Json) => Json | undefined {
  const places = [...written.matchAll(/<([^>]*)>/g)].map((match) => match[1] ?? '');
  for (const place of places)
    if (!/^\$(\.[A-Za-z0-9_]+)+$/.test(place))
      throw new Error(`The local runner does not know <${place}> in an input template.`);
  if (written.match(/"(?:[^"\\]|\\.)*"/g)?.some((quoted) => quoted.includes('<$')))
    throw new Error('The local runner does not know a place inside quotes in an input template.');
  return (record) => {
    const found = new Map(places.map((place) => [place, valueAt(record, place)]));
    if ([...found.values()].includes(undefined)) return undefined;
    const filled = written.replace(/<([^>]*)>/g, (_, place: string) =>
      JSON.stringify(found.get(place)),
    );
    return JSON.parse(filled);
  };
}

const valueAt = (record: Json, place: string): Json | undefined =>
  place
    .split('.')
    .slice(1)
    .reduce<Json | undefined>((value, key) => (isObject(value) ? value[key] : undefined), record);
