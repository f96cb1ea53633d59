import type { Command } from './command.ts';
import { DONE, FAILED, MISUSED } from './command.ts';
import { audit } from './commands/audit.ts';
import { card } from './commands/card.ts';
import { caseCommand } from './commands/case.ts';
import { catalogues } from './commands/catalogues.ts';
import { check } from './commands/check.ts';
import { cost } from './commands/cost.ts';
import { demo } from './commands/demo.ts';
import { event } from './commands/event.ts';
import { ingest } from './commands/ingest.ts';
import { lab } from './commands/lab.ts';
import { match } from './commands/match.ts';
import { monitor } from './commands/monitor.ts';
import { products } from './commands/products.ts';
import { profile } from './commands/profile.ts';
import { quality } from './commands/quality.ts';
import { retention } from './commands/retention.ts';
import { score } from './commands/score.ts';
import { segments } from './commands/segments.ts';
import { signIn } from './commands/sign-in.ts';
import { supplier } from './commands/supplier.ts';
import { sweep } from './commands/sweep.ts';
import { whitelist } from './commands/whitelist.ts';
import { Stopped } from './demo/stopped.ts';
import { MAPPING_EXAMPLE } from './mapping-file.ts';
import { Misuse } from './misuse.ts';
import { say, writeOut } from './write-out.ts';

const commands: Readonly<Record<string, Command>> = {
  ingest,
  score,
  whitelist,
  match,
  products,
  event,
  cost,
  profile,
  check,
  case: caseCommand,
  card,
  segments,
  quality,
  supplier,
  retention,
  monitor,
  audit,
  sweep,
  catalogues,
  lab,
  demo,
  'sign-in': signIn,
};

const USAGE = `xyd COMMAND …

The credit office's batch work on files, on one store in a folder of this machine.

${Object.entries(commands)
  .map(([name, { about }]) => `  ${name.padEnd(12)}${about}`)
  .join('\n')}

\`xyd COMMAND --help\` says more. Every command but demo, lab, cost, event, sign-in and catalogues takes --data DIR (the
store, .data) and --as-of DATE; with --json standard output is for machines. Exit code 0:
done; 1: it could not be done; 2: bad usage, with a sentence on standard error.

A mapping file for \`xyd ingest\`, where a supplier has columns of its own:

${MAPPING_EXAMPLE}`;

/**
 * Answers the exit code. Whatever goes wrong is one sentence on standard error; the stack of a fault of our
 * own comes with XYD_DEBUG alone.
 */
async function main([name, ...args]: readonly string[]): Promise<number> {
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      await writeOut(USAGE);
      return DONE;
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command)
      throw new Misuse(
        `There is no command ${name}; there are ${Object.keys(commands).join(', ')}`,
      );
    if (args.includes('--help') || args.includes('-h')) {
      await writeOut(typeof command.usage === 'string' ? command.usage : await command.usage());
      return DONE;
    }
    return await command.run(args);
  } catch (error) {
    const { message } = error instanceof Error ? error : new Error(String(error));
    const [sentence = ''] = message.split('\n\n');
    say(`xyd: ${sentence.replaceAll('\n', ' ').replace(/([^.!?。！？\]])$/, '$1.')}`);
    if (error instanceof Misuse) return MISUSED;
    if (!(error instanceof Stopped) && process.env.XYD_DEBUG) console.error(error);
    return FAILED;
  }
}

/** `xyd … | head` reads as much as it likes: the rest is not wanted, which is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(DONE);
});

process.exitCode = await main(process.argv.slice(2));
