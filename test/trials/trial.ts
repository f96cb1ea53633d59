import { parseArgs } from 'node:util';
import { Stopped } from '#cli/demo/stopped';
import { renderReport } from './cumcm2020c/render.ts';
import { whyUntrue } from './cumcm2020c/report.ts';
import { runCumcm2020c } from './cumcm2020c/run.ts';

const USAGE = 'Say which trial and on which folder: trial cumcm2020c DIR [--json]';

const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);

/** Exit code 1 where the folder has another form or the store holds something else than the files. */
async function main(args: readonly string[]): Promise<number> {
  const terms = readTerms(args);
  if (terms === undefined) {
    say(USAGE);
    return 2;
  }
  try {
    const report = await runCumcm2020c(terms.folder, (step) => {
      if (process.stderr.isTTY) say(step);
    });
    process.stdout.write(`${terms.json ? JSON.stringify(report) : renderReport(report)}\n`);
    const untrue = whyUntrue(report);
    if (untrue) say(untrue);
    return untrue ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    say(error.message);
    return 1;
  }
}

function readTerms(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [trial, folder, ...others] = positionals;
    if (trial !== 'cumcm2020c' || !folder || others.length > 0) return undefined;
    return { folder, json: values.json };
  } catch {
    return undefined;
  }
}

process.exitCode = await main(process.argv.slice(2));
