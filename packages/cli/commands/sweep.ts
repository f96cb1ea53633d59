import { sentence } from '#platform/sentences';
import { type Swept, sweep as sweepOf, sweepSteps, wentWell } from '#platform/sweep';
import { type Command, DONE, FAILED } from '../command.ts';
import { language } from '../language.ts';
import { readDay, readOptions, STORE_OPTIONS, storeOptions } from '../read-options.ts';
import { storeOf, withPlatform } from '../with-platform.ts';
import { writeJson, writeOut } from '../write-out.ts';

const USAGE = `xyd sweep

Does now what the platform does by itself every hour, one after the other:
${sweepSteps.map(({ name }) => `  ${name}`).join('\n')}

Done twice it changes nothing twice.

${STORE_OPTIONS}`;

export const sweep: Command = {
  about: 'do what falls due by time alone, now',
  usage: USAGE,
  run: async (args) => {
    const { data, json, ...options } = readOptions(args, storeOptions);
    const asOf = readDay('--as-of', options['as-of']);
    return withPlatform(storeOf(data, asOf), async ({ platform }) => {
      let failed = false;
      for await (const swept of sweepOf(platform, {})) {
        failed ||= !wentWell(swept);
        await (json ? writeJson(toldOf(swept)) : writeOut(lineOf(swept)));
      }
      return failed ? FAILED : DONE;
    });
  },
};

const toldOf = ({ step, outcome }: Swept) =>
  outcome instanceof Error ? { step, error: outcome.message } : { step, ...outcome };

function lineOf({ step, outcome }: Swept): string {
  if (outcome instanceof Error) return `${step}: ${outcome.message}`;
  if (!outcome.ok) return `${step}: ${sentence(outcome.refusal, language())}`;
  const told = Object.entries(outcome.value).map(([name, value]) => `${name} ${value}`);
  return `${step}: ${told.join(', ')}`;
}
