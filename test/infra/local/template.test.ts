import { expect, test } from 'vitest';
import type { JsonObject } from '#infra/local/properties';
import { templateOf } from '#infra/local/template';

const read = (resources: JsonObject, more: JsonObject = {}) =>
  templateOf({ Resources: resources, ...more }, { assets: { files: {} }, folder: '/nowhere' });

const aQueue = (properties: JsonObject = {}) => ({
  Type: 'AWS::SQS::Queue',
  Properties: properties,
});

test('references become the names and ARNs that the runner goes by', () => {
  const template = read({
    Dead: aQueue(),
    Work: aQueue({
      RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 5 },
    }),
  });
  const [, work] = template.ofType('AWS::SQS::Queue');
  const arn = work?.properties.text('RedrivePolicy.deadLetterTargetArn') ?? '';
  expect(arn).toBe('arn:aws-cn:sqs:cn-north-1:000000000000:Dead');
  expect(template.behind(arn, 'AWS::SQS::Queue', 'the test').id).toBe('Dead');
});

test('what points at a state machine points at its ARN, which is its `Ref`', () => {
  const Type = 'AWS::StepFunctions::StateMachine';
  const template = read({ M: { Type }, A: aQueue({ VisibilityTimeout: { Ref: 'M' } }) });
  const [queue] = template.ofType('AWS::SQS::Queue');
  const arn = queue?.properties.text('VisibilityTimeout') ?? '';
  expect(template.behind(arn, ['AWS::SQS::Queue', Type], 'the test').id).toBe('M');
});

test('joins and substitutions are worked out', () => {
  const template = read({
    Bus: {
      Type: 'AWS::Events::EventBus',
      Properties: { Name: { 'Fn::Join': ['-', ['bus', { Ref: 'AWS::Region' }]] } },
    },
    Work: aQueue({ VisibilityTimeout: 30 }),
    Pipe: {
      Type: 'AWS::Pipes::Pipe',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: that is how Fn::Sub is written.
      Properties: { Source: { 'Fn::Sub': '${Work.Arn}/${Work}' } },
    },
  });
  const [pipe] = template.ofType('AWS::Pipes::Pipe');
  const [bus] = template.ofType('AWS::Events::EventBus');
  expect(bus?.properties.text('Name')).toBe('bus-cn-north-1');
  expect(pipe?.properties.text('Source')).toBe('arn:aws-cn:sqs:cn-north-1:000000000000:Work/Work');
});

test.each<[rule: string, resources: JsonObject, named: string, more?: JsonObject]>([
  ['a resource type', { A: { Type: 'AWS::Kinesis::Stream' } }, 'AWS::Kinesis::Stream'],
  ['a property', { A: aQueue({ FifoQueue: true }) }, 'FifoQueue'],
  ['a nested property', { A: aQueue({ RedrivePolicy: { other: 1 } }) }, 'RedrivePolicy.other'],
  [
    'a property inside a list',
    { A: { Type: 'AWS::Events::Rule', Properties: { Targets: [{ Arn: 'x', InputPath: '$.a' }] } } },
    'Targets.InputPath',
  ],
  ['a condition on a resource', { A: { ...aQueue(), Condition: 'IsProd' } }, 'Condition'],
  [
    'a function of the template language',
    { A: aQueue({ VisibilityTimeout: { 'Fn::If': ['a', 1, 2] } }) },
    'Fn::If',
  ],
  [
    'an attribute',
    { A: aQueue(), B: aQueue({ VisibilityTimeout: { 'Fn::GetAtt': ['A', 'QueueName'] } }) },
    'QueueName',
  ],
  ['a reference to nothing', { A: aQueue({ VisibilityTimeout: { Ref: 'Gone' } }) }, 'Gone'],
  [
    'a section of the template',
    { A: aQueue() },
    'Transform',
    { Transform: 'AWS::Serverless-2016-10-31' },
  ],
])('%s that the runner does not know is refused by name', (_, resources, named, more) => {
  expect(() => read(resources, more)).toThrow(named);
});

const aParameter = (parameter: JsonObject, parameters: Readonly<Record<string, string>> = {}) => {
  const template = templateOf(
    {
      Resources: { A: aQueue({ VisibilityTimeout: { Ref: 'Issuer' } }) },
      Parameters: { Issuer: { Type: 'String', ...parameter } },
    },
    { assets: { files: {} }, folder: '/nowhere', parameters },
  );
  return template.ofType('AWS::SQS::Queue')[0]?.properties.text('VisibilityTimeout');
};

test('a parameter is what it was told, else its default', () => {
  expect(aParameter({ Default: 'a' }, { Issuer: 'b' })).toBe('b');
  expect(aParameter({ Default: 'a' })).toBe('a');
});

test('a parameter that nobody told, or that may not be so, is refused by name', () => {
  expect(() => aParameter({})).toThrow('Issuer');
  expect(() => aParameter({ AllowedPattern: 'https://.*' }, { Issuer: 'http://a' })).toThrow(
    'Issuer',
  );
});

test('whatever points at a resource of another type is refused by name', () => {
  const template = read({ A: aQueue() });
  const [queue] = template.ofType('AWS::SQS::Queue');
  expect(() => template.behind(queue?.arn ?? '', 'AWS::Lambda::Function', 'The rule R')).toThrow(
    'The rule R points at AWS::SQS::Queue',
  );
});
