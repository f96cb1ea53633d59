import type { Construct } from 'constructs';
import { BATCH_PREFIX, type Inbox } from './inbox.ts';
import { ingestDefinition } from './ingest-definition.ts';
import { Machine, type MachineProps } from './machine.ts';

export type IngestionProps = Omit<MachineProps, 'bundle' | 'name' | 'definition' | 'loses'> & {
  readonly inbox: Inbox;
};

/** inbox ─ Object Created ─> rule ─> state machine ─> ingest, part by part. */
export class Ingestion extends Machine {
  constructor(scope: Construct, id: string, props: IngestionProps) {
    super(scope, id, {
      ...props,
      bundle: 'ingest',
      name: 'ingest',
      definition: ingestDefinition,
      loses: {
        dead: 'A delivered file is not taken in, because nothing could be told that it has arrived.',
        failed: 'A delivered file is not taken in, so firms are judged without its records.',
        timedOut:
          'A delivered file is not taken in, because its ingest went on for hours without an end.',
        late: 'Delivered files wait for over an hour before their records count.',
      },
    });
    this.listen('default', {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: {
        bucket: { name: [props.inbox.bucket.bucketName] },
        object: { key: [{ prefix: BATCH_PREFIX }] },
      },
    });
  }
}
