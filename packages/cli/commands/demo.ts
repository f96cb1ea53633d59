import type { Command } from '../command.ts';
import { DEMO_USAGE, readArgs } from '../demo/args.ts';
import { runDemo } from '../demo/demo.ts';
import { Stopped } from '../demo/stopped.ts';
import { Misuse } from '../misuse.ts';

export const demo: Command = {
  about: 'load a made-up city over HTTP and show what becomes of it',
  usage: DEMO_USAGE,
  run: async (args) => {
    checkArgs(args);
    return runDemo(args);
  },
};

/** The demo ends alike on bad usage and on a platform that does not answer; here they have two exit codes. */
function checkArgs(args: readonly string[]): void {
  try {
    readArgs(args);
  } catch (error) {
    throw error instanceof Stopped ? new Misuse(error.message) : error;
  }
}
