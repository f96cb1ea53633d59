import type { Command } from '../command.ts';
import { BINS_USAGE, bins } from '../lab/bins.ts';
import { DRIFT_USAGE, drift } from '../lab/drift.ts';
import { EXCHANGE_USAGE, exportCard, importCard } from '../lab/exchange.ts';
import { FIT_USAGE, fit } from '../lab/fit.ts';
import { MEASURE_USAGE, measureFile, reportFile } from '../lab/measure.ts';
import { Misuse } from '../misuse.ts';

const verbs: Readonly<Record<string, Command['run']>> = {
  bins,
  fit,
  measure: measureFile,
  report: reportFile,
  drift,
  export: exportCard,
  import: importCard,
};

const USAGE = [FIT_USAGE, BINS_USAGE, MEASURE_USAGE, DRIFT_USAGE, EXCHANGE_USAGE].join('\n\n');

export const lab: Command = {
  about: 'fit scorecards to outcomes, measure them, exchange them as PMML',
  usage: `${USAGE}

Example: xyd lab fit loans.csv --target Default --split 0.3 --out card.json --report card.html`,
  run: async ([verb, ...args]) => {
    const run = verb !== undefined && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (run) return await run(args);
    throw new Misuse(`xyd lab needs one of ${Object.keys(verbs).join(', ')}`);
  },
};
