import { setTimeout as pause } from 'node:timers/promises';
import { type Dynamo, DynamoFault } from './dynamo.ts';
import type { Messages } from './messages.ts';
import type { Pipe } from './pipe.ts';
import { type Json, type JsonObject, propertiesOf } from './properties.ts';

/** The most that GetRecords gives. */
const STRETCH = 1_000;
const LOOK_EVERY_MS = 100;
const AFTER_FAULT_MS = 1_000;

export type StreamOptions = {
  readonly dynamo: Dynamo;
  readonly streamArn: string;
  readonly messages: Messages;
  readonly pipes: readonly Pipe[];
  readonly log: (line: string) => void;
};

export type Stream = {
  /** Looks once more, and answers whether something new was found that had not been queued before. */
  readonly isBehind: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
};

/**
 * Moves the table's stream on through the pipes, from where the last run stopped. A stretch's letters and
 * the position after it are queued in one transaction: nothing is lost, and what is repeated after a crash
 * is repeated whole.
 */
export function followStream(options: StreamOptions): Stream {
  const ending = new AbortController();
  let asking: ((behind: boolean) => void)[] = [];
  let awake = new AbortController();
  const read = reader(options);
  const follow = async () => {
    while (!ending.signal.aborted) {
      const asked = asking;
      asking = [];
      awake = new AbortController();
      const found = await read().catch((error: Error) => {
        if (!ending.signal.aborted) options.log(`the stream could not be read: ${error.message}`);
        return undefined;
      });
      for (const answer of asked) answer(found !== 0);
      if (found !== 0 && found !== undefined) continue;
      const signal = AbortSignal.any([ending.signal, awake.signal]);
      const ms = found === undefined ? AFTER_FAULT_MS : LOOK_EVERY_MS;
      if (asking.length === 0) await pause(ms, undefined, { signal }).catch(() => {});
    }
    for (const answer of asking) answer(true);
  };
  const ended = follow();
  return {
    isBehind: () =>
      new Promise((answer) => {
        if (ending.signal.aborted) return answer(true);
        asking.push(answer);
        awake.abort();
      }),
    stop: async () => {
      ending.abort();
      await ended;
    },
  };
}

type From = Omit<StreamOptions, 'pipes'>;

/** Reads one stretch, queues what comes of it, and answers how many records it had. */
function reader({ dynamo, streamArn, messages, pipes, log }: StreamOptions): () => Promise<number> {
  let at: string | undefined;
  return async () => {
    at ??= await iteratorAt({ dynamo, streamArn, messages, log });
    let answer: Awaited<ReturnType<Dynamo['call']>>;
    try {
      answer = await dynamo.call('GetRecords', { ShardIterator: at, Limit: STRETCH });
    } catch (error) {
      if (error instanceof DynamoFault) at = undefined; // Expired: begin again from the position.
      throw error;
    }
    const records = propertiesOf('GetRecords', answer).list('Records');
    const last = records.at(-1);
    if (last !== undefined)
      messages.send(
        records.flatMap((record) => pipes.flatMap((pipe) => pipe(record))),
        { stream: streamArn, sequence: sequenceOf(last) },
      );
    at = propertiesOf('GetRecords', answer).text('NextShardIterator');
    return records.length;
  };
}

/** After the last record that was queued; from the start if there is none, or if the stream has forgotten it. */
async function iteratorAt({ dynamo, streamArn, messages, log }: From): Promise<string> {
  const described = await dynamo.call('DescribeStream', { StreamArn: streamArn });
  const stream = propertiesOf('The stream', described);
  const shards = stream.list('StreamDescription.Shards');
  if (shards.length !== 1)
    throw new Error(
      `The stream has ${shards.length} shards: the local runner knows streams of one.`,
    );
  const shard = {
    StreamArn: streamArn,
    ShardId: stream.text('StreamDescription.Shards.0.ShardId'),
  };
  const kept = messages.position(streamArn);
  if (kept !== undefined)
    try {
      return await iterator(dynamo, {
        ...shard,
        ShardIteratorType: 'AFTER_SEQUENCE_NUMBER',
        SequenceNumber: kept,
      });
    } catch (error) {
      if (!(error instanceof DynamoFault && error.type === 'TrimmedDataAccessException'))
        throw error;
      log('the stream has forgotten what came after the last stop: reading all that it still has');
    }
  return iterator(dynamo, { ...shard, ShardIteratorType: 'TRIM_HORIZON' });
}

async function iterator(dynamo: Dynamo, input: JsonObject): Promise<string> {
  const answer = await dynamo.call('GetShardIterator', input);
  return propertiesOf('GetShardIterator', answer).text('ShardIterator');
}

const sequenceOf = (record: Json): string =>
  propertiesOf('A stream record', { record }).text('record.dynamodb.SequenceNumber');
