import { expect, test } from 'vitest';
import { inputTemplate } from '#infra/local/pipe';

const record = {
  dynamodb: { NewImage: { type: { S: 'need_submitted' }, event: { S: '{"a":"引号\\""}' } } },
};

test('each place becomes the JSON of what lies there, quotes and all', () => {
  const fill = inputTemplate(
    '{"type": <$.dynamodb.NewImage.type.S>, "event": <$.dynamodb.NewImage.event.S>}',
  );
  expect(fill(record)).toEqual({ type: 'need_submitted', event: '{"a":"引号\\""}' });
});

test('a place may hold an object', () => {
  expect(inputTemplate('{"image": <$.dynamodb.NewImage>}')(record)).toEqual({
    image: record.dynamodb.NewImage,
  });
});

test('a record that lacks a place is not filled in with nothing', () => {
  expect(inputTemplate('{"a": <$.dynamodb.OldImage.a.S>}')(record)).toBeUndefined();
});

test.each([
  '{"a": <aws.pipes.pipe-name>}',
  '{"a": <$.list[0]>}',
  '{"a": "<$.dynamodb.NewImage.type.S>"}',
])('%s is refused, since the runner cannot fill it in', (written) => {
  expect(() => inputTemplate(written)).toThrow('does not know');
});
