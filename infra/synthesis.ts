import { readFileSync } from 'node:fs';
import { App, Tags, Validations } from 'aws-cdk-lib';
import { LOCAL_TABLE } from '#adapters/dynamodb/table';
import { PlatformStack } from './stack.ts';
import { cloudRegions, cloudStage, localStage, NO_ACCOUNT, type Stage } from './stage.ts';

export const LOCAL_STACK = 'xinyidai-local';

/** China refuses tags on event source mappings, and no validator says so. */
const UNTAGGED = ['AWS::Lambda::EventSourceMapping'];

export type Synthesis = {
  readonly stage: Stage['name'];
  /** The folder that infra/build.ts fills. */
  readonly bundles: string;
  /** Where the assembly goes; absent = where the CDK CLI says, else a temporary folder. */
  readonly out?: string;
};

/** The app with its stacks, not yet synthesised; a cloud stage is judged by cdk-nag when it is. */
export async function platformApp({ stage, bundles, out }: Synthesis): Promise<App> {
  const app = new App({
    context: flags(),
    // One machine is not judged: loading the rules takes longer than all the rest of a local synth.
    builtinCloudFormationValidation: stage === 'cloud',
    ...(out !== undefined && { outdir: out }),
  });
  const account = String(app.node.tryGetContext('account') ?? NO_ACCOUNT);
  const stages =
    stage === 'local'
      ? [localStage(LOCAL_TABLE)]
      : cloudRegions.map((region) => cloudStage(region, account));
  for (const each of stages) new PlatformStack(app, stackName(each), { stage: each, bundles });
  Tags.of(app).add('app', 'xinyidai', { excludeResourceTypes: UNTAGGED });
  if (stage === 'cloud') await judge(app);
  return app;
}

const stackName = (stage: Stage) =>
  stage.name === 'local' ? LOCAL_STACK : `xinyidai-${stage.region}`;

/** The flags of cdk.json, which the CLI would hand over, for whoever comes without it. */
function flags(): Record<string, unknown> {
  const cdkJson = new URL('../cdk.json', import.meta.url);
  return (JSON.parse(readFileSync(cdkJson, 'utf8')) as { context: Record<string, unknown> })
    .context;
}

/** Loaded when needed: the local synth does without. */
async function judge(app: App): Promise<void> {
  const { AwsSolutionsChecks, ServerlessChecks } = await import('cdk-nag');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
}
