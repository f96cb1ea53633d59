import { beforeAll, expect, test } from 'vitest';
import { inRegion, ofType, type SynthesisedStack, synthesised, valueAt } from './templates.ts';

type Granted = Record<string, readonly string[]>;

/** Which role may do what on what, by the names that CDK gives. */
const permissionsOf = (stack: SynthesisedStack): Record<string, Granted> =>
  Object.fromEntries(
    ofType(stack, 'AWS::IAM::Policy')
      .map((policy): [string, Granted] => [
        plain(String(policy.at('Roles.0.Ref'))),
        grantedBy([policy.at('PolicyDocument.Statement')].flat()),
      ])
      .sort(),
  );

function grantedBy(statements: readonly unknown[]): Granted {
  const granted: Record<string, string[]> = {};
  for (const statement of statements)
    for (const resource of [valueAt(statement, 'Resource')].flat().map(describeResource))
      granted[resource] = [
        ...(granted[resource] ?? []),
        ...[valueAt(statement, 'Action')].flat().map(String),
      ];
  return Object.fromEntries(
    Object.entries(granted)
      .map(([resource, actions]): [string, string[]] => [resource, [...new Set(actions)].sort()])
      .sort(),
  );
}

const plain = (id: string) => id.replace(/[0-9A-F]{8}$/, '');

function describeResource(resource: unknown): string {
  const text = JSON.stringify(resource);
  const named = [...text.matchAll(/"(?:Fn::GetAtt":\[|Ref":)"(\w+?)[0-9A-F]{8}"/g)].map(
    (match) => match[1],
  );
  const literals = [...text.matchAll(/"(\/[^"]*)"/g)].map((match) => match[1]);
  return named.length === 0 ? text.replaceAll('"', '') : [...named, ...literals].join('');
}

let permissions: Record<string, Granted>;

beforeAll(async () => {
  permissions = permissionsOf(inRegion(await synthesised('cloud'), 'cn-north-1'));
});

test('what each role may do is what was reviewed', async () => {
  expect(Object.keys(permissions)).toHaveLength(15);
  await expect(`${JSON.stringify(permissions, null, 2)}\n`).toMatchFileSnapshot(
    '../golden/permissions.json',
  );
});

test('no role may scan, and none may do everything', () => {
  const actions = Object.values(permissions).flatMap((role) => Object.values(role).flat());
  expect(actions.filter((action) => action.includes('*') || action.endsWith(':Scan'))).toEqual([]);
});

/** Who may do something, by the roles' names. */
const mayDo = (action: string) =>
  Object.entries(permissions)
    .filter(([, granted]) => Object.values(granted).flat().includes(action))
    .map(([role]) => role);

test('retention alone may delete items of the table', () => {
  expect(mayDo('dynamodb:DeleteItem')).toEqual(['RetentionStepRole']);
});

test('personal numbers are opened by the API alone; ingest seals, and opens none', () => {
  const onVault = (action: string) =>
    Object.entries(permissions)
      .filter(([, granted]) => granted['VaultKey']?.includes(action))
      .map(([role]) => role);
  expect(onVault('kms:Decrypt')).toEqual(['ApiRole']);
  expect(onVault('kms:GenerateDataKey')).toEqual(['ApiRole', 'IngestStepRole']);
});

test('what is granted on everything is the delivery of logs, which takes nothing narrower', () => {
  const onEverything = Object.values(permissions).flatMap((role) => role['*'] ?? []);
  for (const action of onEverything)
    expect(action).toMatch(/^logs:\w+(?:LogDeliver|ResourcePolic|LogGroups)\w*$/);
});
