import type { Construct } from 'constructs';
import { Machine, type MachineProps } from './machine.ts';
import { rescoringDefinition } from './rescoring-definition.ts';

export type RescoringProps = Omit<MachineProps, 'bundle' | 'name' | 'definition' | 'loses'>;

/** bus ─ rule ─> state machine ─> rescore, range of firms by range. */
export class Rescoring extends Machine {
  constructor(scope: Construct, id: string, props: RescoringProps) {
    super(scope, id, {
      ...props,
      bundle: 'rescore',
      name: 'rescore',
      definition: rescoringDefinition,
      loses: {
        dead: 'The city keeps old scores, because nobody could be told to score it anew.',
        failed:
          'Part of the city keeps scores that do not know its cards, or what it collects by now.',
        timedOut:
          'Part of the city keeps old scores, because scoring it anew went on for hours without an end.',
        late: 'The city waits for over an hour for scores that follow a change of its cards.',
      },
    });
  }
}
