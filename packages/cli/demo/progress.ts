import cliProgress from 'cli-progress';

/** A step under way. `done` says in words what came of it. */
export type Step = {
  /** `note` says what the number does not, e.g. rows while the bar counts files. */
  readonly advance: (to: number, note?: string) => void;
  readonly done: (outcome: string) => void;
};
/** Where the demo says what it is doing: bars on a terminal, one line per finished step elsewhere. */
export type Progress = {
  readonly step: (name: string, total: number) => Step;
  readonly say: (sentence: string) => void;
};

const LABEL_WIDTH = 22;

/** `now` in milliseconds; lines go to standard error, so that standard output holds the summary alone. */
export function createProgress(stream: NodeJS.WriteStream, now: () => number): Progress {
  const say = (sentence: string) => void stream.write(`${sentence}\n`);
  return {
    say,
    step: (name, total) => {
      const begun = now();
      const bar = stream.isTTY ? drawBar(stream, name, total) : undefined;
      return {
        advance: (to, note = '') => bar?.update(to, { note }),
        done: (outcome) => {
          bar?.stop();
          say(
            `✓ ${name.padEnd(LABEL_WIDTH)} ${outcome} (${((now() - begun) / 1000).toFixed(1)} s)`,
          );
        },
      };
    },
  };
}

function drawBar(stream: NodeJS.WriteStream, name: string, total: number): cliProgress.SingleBar {
  const bar = new cliProgress.SingleBar(
    {
      format: `  ${name.padEnd(LABEL_WIDTH)} {bar} {value}/{total} {note}`,
      stream,
      clearOnComplete: true,
      hideCursor: true,
      barsize: 30,
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0, { note: '' });
  return bar;
}
