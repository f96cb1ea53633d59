import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parametersOf, type Told } from './parameters.ts';
import {
  isObject,
  type Json,
  type JsonObject,
  type Properties,
  propertiesOf,
} from './properties.ts';
import { type Place, resolver } from './references.ts';
import { refuseUnknown } from './supported.ts';

export type Resource = {
  readonly id: string;
  readonly type: string;
  readonly arn: string;
  /** What `Ref` gives: the name by which functions know it. */
  readonly name: string;
  readonly properties: Properties;
};

/** One synthesised stack whose every construct the runner knows. */
export type Template = Place & {
  readonly ofType: (type: string) => readonly Resource[];
  /** The resource of one of those types behind an ARN; anything else is an error that names who asks. */
  readonly behind: (arn: string, type: string | readonly string[], asker: string) => Resource;
  /** The folder of the bundle that was packed under this asset key. */
  readonly assetFolder: (s3Key: string) => string;
};

const TEMPLATE_KEYS = ['Resources', 'Outputs', 'Parameters', 'Rules', 'Description', 'Metadata'];
const RESOURCE_KEYS = [
  'Type',
  'Properties',
  'DependsOn',
  'Metadata',
  'UpdateReplacePolicy',
  'DeletionPolicy',
];

/** Reads the one stack of an assembly. Refuses, with a sentence, whatever the runner would have to skip. */
export function readTemplate(cloudAssembly: string, parameters: Told = {}): Template {
  const folder = resolve(cloudAssembly);
  const file = readdirSync(folder).filter((name) => name.endsWith('.template.json'));
  const [only] = file;
  if (only === undefined || file.length > 1)
    throw new Error(`The local runner runs one stack; ${folder} has ${file.length}.`);
  const assets = readJson(join(folder, only.replace('.template.json', '.assets.json')));
  return templateOf(readJson(join(folder, only)), { assets, folder, parameters });
}

/** The same from values, for whoever has them in hand. */
export function templateOf(
  template: JsonObject,
  from: { readonly assets: JsonObject; readonly folder: string; readonly parameters?: Told },
): Template {
  const place: Place = { partition: 'aws-cn', region: 'cn-north-1', account: '000000000000' };
  for (const key of Object.keys(template))
    if (!TEMPLATE_KEYS.includes(key))
      throw new Error(`The local runner does not know ${key} in a template.`);
  const raw = template.Resources;
  if (!isObject(raw)) throw new Error('The template has no Resources.');
  const parameters = parametersOf(template.Parameters ?? {}, from.parameters ?? {});
  const resolved = resolver(raw, place, parameters);
  const resources = Object.entries(raw).map(([id, each]) => resourceOf(id, each, resolved));
  const byArn = new Map(resources.map((resource) => [resource.arn, resource]));
  return {
    ...place,
    ofType: (type) => resources.filter((resource) => resource.type === type),
    behind: (arn, type, asker) => {
      const found = byArn.get(arn);
      const types = [type].flat();
      if (found !== undefined && types.includes(found.type)) return found;
      throw new Error(
        `${asker} points at ${found?.type ?? arn}: the local runner knows only ${types.join(' or ')} there.`,
      );
    },
    assetFolder: (s3Key) => assetFolder(from, s3Key),
  };
}

function resourceOf(id: string, raw: Json, resolved: ReturnType<typeof resolver>): Resource {
  const type = isObject(raw) ? raw.Type : undefined;
  if (!isObject(raw) || typeof type !== 'string') throw new Error(`${id} is not a resource.`);
  for (const key of Object.keys(raw))
    if (!RESOURCE_KEYS.includes(key))
      throw new Error(`The local runner does not know ${key} on a resource (${id}).`);
  const written = raw.Properties ?? {};
  if (!isObject(written)) throw new Error(`The properties of ${id} are not an object.`);
  refuseUnknown(id, type, written);
  const known = resolved.isReferable(type) ? resolved.value(written) : {};
  return {
    id,
    type,
    arn: resolved.isReferable(type) ? resolved.arnOf(id) : id,
    name: resolved.isReferable(type) ? resolved.nameOf(id) : id,
    properties: propertiesOf(`${type} ${id}`, isObject(known) ? known : {}),
  };
}

function assetFolder(from: { assets: JsonObject; folder: string }, s3Key: string): string {
  const asset = propertiesOf('The asset manifest', from.assets).object('files')[
    s3Key.replace(/\.zip$/, '')
  ];
  if (!isObject(asset)) throw new Error(`The asset ${s3Key} is not in the manifest.`);
  return join(from.folder, propertiesOf(`The asset ${s3Key}`, asset).text('source.path'));
}

function readJson(file: string): JsonObject {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isObject(value)) throw new Error(`${file} holds no object.`);
  return value;
}
