import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { platformApp } from './synthesis.ts';

/*
 * `cdk synth` and `node infra/app.ts` give the three regions of the cloud stage;
 * `node infra/app.ts --stage local --out DIR` the one of this machine.
 */
const { values } = parseArgs({
  options: {
    stage: { type: 'string', default: 'cloud' },
    out: { type: 'string' },
    bundles: { type: 'string', default: fileURLToPath(new URL('../dist', import.meta.url)) },
  },
});
const { stage, out, bundles } = values;
if (stage !== 'cloud' && stage !== 'local')
  throw new Error(`There is no stage ${stage}: say --stage cloud or --stage local.`);
const app = await platformApp({ stage, bundles, ...(out !== undefined && { out }) });
app.synth();
