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

/** Reads one stretch, queues what comes of it, and answers how many records it had. */
function reader({ dynamo, streamArn, messages, pipes, log }: StreamOptions): () => Promise<number> {
  let iterator: string | undefined;
  return async () => {
    iterator ??= await iteratorAt({ dynamo, streamArn, messages, log });
    let answer: Awaited<ReturnType<Dynamo['call']>>;
    try {
      answer = await dynamo.call('GetRecords', { ShardIterator: iterator, Limit: STRETCH });
    } catch (error) {
      if (error instanceof DynamoFault) iterator = undefined; // Expired: begin again from the position.
      throw error;
    }
    const records = propertiesOf('GetRecords', answer).list('Records');
    const last = records.at(-1);
    if (last !== undefined)
      messages.send(
        records.flatMap((record) => pipes.flatMap((pipe) => pipe(record))),
        { stream: streamArn, sequence: sequenceOf(last) },
      );
    iterator = propertiesOf('GetRecords', answer).text('NextShardIterator');
    return records.length;
  };
}

async function iteratorAt({
  dynamo,
  streamArn,
  messages,
  log,
}: Omit<StreamOptions, 'pipes'>): Promise<string> {
  const described = await dynamo.call('DescribeStream', { StreamArn: streamArn });
  const stream = propertiesOf('DescribeStream', described).object('StreamDescription');
  const shards = propertiesOf('The stream', stream).list('Shards');
  if (shards.length !== 1)
    throw new Error(
      `The stream has ${shards.length} shards: the local runner knows streams of one.`,
    );
  const shard = propertiesOf('The shard', propertiesOf('The stream', stream).object('Shards.0'));
  const kept = messages.position(streamArn);
  const ends = 'SequenceNumberRange.EndingSequenceNumber';
  const isAhead = kept !== undefined && shard.has(ends) && BigInt(kept) > BigInt(shard.text(ends));
  if (isAhead) log('the stream has begun anew: reading it from its start');
  const start: JsonObject =
    kept === undefined || isAhead
      ? { ShardIteratorType: 'TRIM_HORIZON' }
      : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: kept };
  const answer = await dynamo.call('GetShardIterator', {
    StreamArn: streamArn,
    ShardId: shard.text('ShardId'),
    ...start,
  });
  return propertiesOf('GetShardIterator', answer).text('ShardIterator');
}

const sequenceOf = (record: Json): string =>
  propertiesOf('A stream record', { record }).text('record.dynamodb.SequenceNumber');
