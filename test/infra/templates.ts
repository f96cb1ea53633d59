import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platformApp } from '#infra/synthesis';
import { emptyBundles } from './bundles.ts';

export type Resource = {
  readonly id: string;
  readonly type: string;
  /** What lies at a path of its properties: `RedrivePolicy.maxReceiveCount`, `Roles.0.Ref`. */
  readonly at: (path: string) => unknown;
};
export type SynthesisedStack = {
  readonly name: string;
  readonly region: string;
  readonly resources: readonly Resource[];
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
  return app.synth().stacks.map((stack) => ({
    name: stack.stackName,
    region: stack.environment.region,
    resources: resourcesIn(stack.template),
    text: JSON.stringify(stack.template),
  }));
}

const resourcesIn = (template: unknown): readonly Resource[] =>
  Object.entries(Object(valueAt(template, 'Resources'))).map(([id, resource]) => ({
    id,
    type: String(valueAt(resource, 'Type')),
    at: (path) => valueAt(resource, `Properties.${path}`),
  }));

export const valueAt = (value: unknown, path: string): unknown =>
  path.split('.').reduce((found: unknown, key) => Object(found)[key], value);

/** The stack of one region. */
export function inRegion(stacks: readonly SynthesisedStack[], region: string): SynthesisedStack {
  const found = stacks.find((stack) => stack.region === region);
  if (found === undefined) throw new Error(`There is no stack in ${region}.`);
  return found;
}

export const ofType = (stack: SynthesisedStack, type: string): readonly Resource[] =>
  stack.resources.filter((resource) => resource.type === type);

/** The one resource of its type whose id begins like that. */
export function theOneOf(stack: SynthesisedStack, type: string, id: string): Resource {
  const [found, ...more] = ofType(stack, type).filter((each) => each.id.startsWith(id));
  if (found === undefined || more.length > 0)
    throw new Error(`${stack.name} has not one ${type} ${id}.`);
  return found;
}

/** The one resource of its type. */
export function theOnly(stack: SynthesisedStack, type: string): Resource {
  const [found, ...more] = ofType(stack, type);
  if (found === undefined || more.length > 0) throw new Error(`${stack.name} has not one ${type}.`);
  return found;
}
