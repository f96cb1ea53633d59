import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platformApp } from '#infra/synthesis';
import { emptyBundles } from './bundles.ts';

export type Resource = {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is JSON of a hundred shapes, and tests look into a few.
  readonly Properties: any;
};
export type SynthesisedStack = {
  readonly name: string;
  readonly region: string;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly text: string;
};

/** The stacks of a stage, judged as a deployment would be. */
export async function synthesised(stage: 'cloud' | 'local'): Promise<readonly SynthesisedStack[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xinyidai-synth-'));
  const app = await platformApp({
    stage,
    bundles: emptyBundles(join(folder, 'bundles')),
    out: join(folder, 'out'),
  });
  const { stacks } = app.synth();
  return stacks.map((stack) => ({
    name: stack.stackName,
    region: stack.environment.region,
    resources: new Map(Object.entries(stack.template.Resources)),
    text: JSON.stringify(stack.template),
  }));
}

/** The stack of one region. */
export function inRegion(stacks: readonly SynthesisedStack[], region: string): SynthesisedStack {
  const found = stacks.find((stack) => stack.region === region);
  if (found === undefined) throw new Error(`There is no stack in ${region}.`);
  return found;
}

export const ofType = (stack: SynthesisedStack, type: string): readonly [string, Resource][] =>
  [...stack.resources].filter(([, resource]) => resource.Type === type);
