/** One command of `xyd`. */
export type Command = {
  /** One line for the list of commands. */
  readonly about: string;
  /** A function where it has to be looked up. */
  readonly usage: string | (() => Promise<string>);
  /** Answers the exit code. Throws `Misuse` for what was typed wrongly, `Stopped` for what cannot be done. */
  readonly run: (args: readonly string[]) => Promise<number>;
};

/** Exit codes. */
export const DONE = 0;
export const FAILED = 1;
export const MISUSED = 2;
