import { beforeAll, expect, test } from 'vitest';
import { inRegion, ofType, type SynthesisedStack, synthesised } from './templates.ts';

type Statement = { readonly Action: string | string[]; readonly Resource: unknown };

/** Which role may do what on what, by the names that CDK gives. */
function permissionsOf(stack: SynthesisedStack): Record<string, Record<string, string[]>> {
  const roles: Record<string, Record<string, string[]>> = {};
  for (const [, { Properties }] of ofType(stack, 'AWS::IAM::Policy')) {
    const role = plain(Properties.Roles[0].Ref);
    const granted: Record<string, string[]> = {};
    for (const { Action, Resource } of Properties.PolicyDocument.Statement as Statement[])
      for (const resource of [Resource].flat().map(describeResource).sort())
        granted[resource] = [...new Set([...(granted[resource] ?? []), ...[Action].flat()])].sort();
    roles[role] = Object.fromEntries(Object.entries(granted).sort());
  }
  return Object.fromEntries(Object.entries(roles).sort());
}

const plain = (id: string) => id.replace(/[0-9A-F]{8}$/, '');

function describeResource(resource: unknown): string {
  const text = JSON.stringify(resource);
  const named = [...text.matchAll(/"Fn::GetAtt":\["(\w+?)[0-9A-F]{8}","(\w+)"\]/g)].map(
    (match) => match[1],
  );
  const literals = [...text.matchAll(/"(\/[^"]*)"/g)].map((match) => match[1]);
  return named.length === 0 ? text.replaceAll('"', '') : [...named, ...literals].join('');
}

let permissions: Record<string, Record<string, string[]>>;

beforeAll(async () => {
  permissions = permissionsOf(inRegion(await synthesised('cloud'), 'cn-north-1'));
});

test('what each role may do is what was reviewed', async () => {
  expect(Object.keys(permissions)).toHaveLength(6);
  await expect(`${JSON.stringify(permissions, null, 2)}\n`).toMatchFileSnapshot(
    '../golden/permissions.json',
  );
});

test('no role may scan, none may do everything, and none something with everything', () => {
  const actions = Object.values(permissions).flatMap((role) => Object.values(role).flat());
  const resources = Object.values(permissions).flatMap((role) => Object.keys(role));
  expect(actions.filter((action) => action.includes('*') || action.endsWith(':Scan'))).toEqual([]);
  expect(resources).not.toContain('*');
});
