import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import type { ProductTerms } from '#domain/product/product';
import { alone, enterMarket } from '#platform/enter-market';
import { join } from '#platform/join';
import { anEnterprise, aScore, needTerms, productTerms } from '#test/support/builders';
import { engineStore } from '#test/support/engine-store';
import { OPERATOR } from '#test/support/principals';
import { done, slicePorts } from '#test/support/slice';

/** Read units of all that passes through the client, as the engine itself reports them. */
function countReads(client: DynamoDBClient): { units: number } {
  const read = { units: 0 };
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (call) => {
        if (!/^(Get|BatchGet|Query)/.test(commandName ?? '')) return next(call);
        const answer = await next({
          ...call,
          input: { ...call.input, ReturnConsumedCapacity: 'TOTAL' },
        });
        const capacity = 'ConsumedCapacity' in answer.output && answer.output.ConsumedCapacity;
        for (const one of [capacity || []].flat())
          if ('CapacityUnits' in one) read.units += one.CapacityUnits ?? 0;
        return answer;
      },
    { step: 'initialize' },
  );
  return read;
}

const numbered = (place: number): ProductTerms => productTerms({ id: `product_n${place}` });

test('a match reads as many units with ninety products as with three', async () => {
  const { store, client, stop } = await engineStore();
  const platform = join(slicePorts(store));
  await store.commit({
    changes: [
      { kind: 'enterprise', value: anEnterprise(), expected: 0 },
      { kind: 'score', value: aScore(), expected: 0 },
    ],
    events: [],
    by: OPERATOR,
  });
  for (let place = 0; place < 3; place += 1)
    await done(enterMarket(platform, numbered(place), alone(OPERATOR)));
  const { id: need } = await done(platform.submitNeed(OPERATOR, needTerms())).then(
    ({ value }) => value,
  );
  const read = countReads(client);
  const cost = async () => {
    await done(platform.readMatching(OPERATOR, { need, limit: 10 }));
    const before = read.units;
    await done(platform.readMatching(OPERATOR, { need, limit: 10 }));
    return read.units - before;
  };
  const few = await cost();
  for (let place = 3; place < 90; place += 1)
    await done(enterMarket(platform, numbered(place), alone(OPERATOR)));
  const many = await cost();
  await stop();
  expect(few).toBeGreaterThan(0);
  expect(many).toBe(few);
  // The owner's look-up of the need, the need, the firm, its score, the whitelist, the approvals, the revision.
  expect(few).toBeLessThanOrEqual(8);
}, 60_000);
