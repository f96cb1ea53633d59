import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Stopped } from '#cli/demo/stopped';
import { renderProductReport, runAuProducts } from './au-products/run.ts';
import { renderReport } from './cumcm2020c/render.ts';
import { whyUntrue } from './cumcm2020c/report.ts';
import { runCumcm2020c } from './cumcm2020c/run.ts';

const USAGE = `Say which trial and on which folder:
  trial cumcm2020c DIR [--json]
  trial au-products [DIR] [--json]   products of Australian open banking (../shared/data/au-products)`;

const AU_PRODUCTS = fileURLToPath(new URL('../../../shared/data/au-products', import.meta.url));

const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);

/** What a trial found, for machines and for people, and where it is not as it should be. */
type Found = { readonly report: object; readonly told: string; readonly untrue?: string };

const trials = {
  cumcm2020c: async (folder: string): Promise<Found> => {
    const report = await runCumcm2020c(folder, (step) => {
      if (process.stderr.isTTY) say(step);
    });
    const untrue = whyUntrue(report);
    return { report, told: renderReport(report), ...(untrue && { untrue }) };
  },
  'au-products': async (folder: string): Promise<Found> => {
    const report = await runAuProducts(folder);
    const untrue = report.untrue.join('\n');
    return { report, told: renderProductReport(report), ...(untrue && { untrue }) };
  },
} as const;

const folders: Readonly<Record<string, string>> = { 'au-products': AU_PRODUCTS };

const isTrial = (name: string): name is keyof typeof trials => Object.hasOwn(trials, name);

/** Exit code 1 where the folder has another form or the store holds something else than the files. */
async function main(args: readonly string[]): Promise<number> {
  const terms = readTerms(args);
  if (terms === undefined) {
    say(USAGE);
    return 2;
  }
  try {
    const { report, told, untrue } = await trials[terms.trial](terms.folder);
    process.stdout.write(`${terms.json ? JSON.stringify(report) : told}\n`);
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
    const [trial = '', told, ...others] = positionals;
    const folder = told ?? folders[trial];
    if (!isTrial(trial) || !folder || others.length > 0) return undefined;
    return { trial, folder, json: values.json };
  } catch {
    return undefined;
  }
}

process.exitCode = await main(process.argv.slice(2));
