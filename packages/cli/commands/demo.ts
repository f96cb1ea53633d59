import type { Command } from '../command.ts';
import { DEMO_USAGE } from '../demo/args.ts';
import { runDemo } from '../demo/demo.ts';

export const demo: Command = {
  about: 'load a made-up city over HTTP and show what becomes of it',
  usage: DEMO_USAGE,
  run: runDemo,
};
