import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** What is committed or about to be. */
const files = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\0')
  .filter((path) => path !== '' && existsSync(new URL(path, root)))
  .sort();
const inRooms =
  (...rooms: string[]) =>
  (path: string) =>
    rooms.some((room) => path.startsWith(`${room}/`));
const sources = files.filter((path) => path.endsWith('.ts'));
const ours = sources.filter(inRooms('packages', 'functions', 'infra'));
/** This file aside, which spells out what it forbids. */
const spoken = sources.filter((path) => path !== 'test/tidy.test.ts');
const tests = spoken.filter((path) => path.endsWith('.test.ts'));

/** Without comments, in which people may say what code may not. */
const code = (path: string) =>
  read(path)
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/(^|\s)\/\/.*$/gm, '$1');

/** A rule of the house: what was looked at, what offends, what to do about it. */
function rule(name: string, looked: readonly string[], offends: Offends, advice: string) {
  test(name, () => {
    expect(looked.length, 'A rule that looks at nothing keeps nothing.').toBeGreaterThan(0);
    const offences = looked.flatMap((path) => {
      const found = offends(path);
      if (found === false || found === undefined) return [];
      return [found === true ? path : `${path}: ${found}`];
    });
    if (offences.length > 0) throw new Error([name, ...offences, advice].join('\n'));
  });
}
type Offends = (path: string) => boolean | string | undefined;

/** The first line of a text that a pattern meets, as `12: text`. */
function lineOf(text: string, pattern: RegExp): string | undefined {
  const lines = text.split('\n');
  const index = lines.findIndex((line) => pattern.test(line));
  return index < 0 ? undefined : `${index + 1}: ${lines[index]?.trim()}`;
}

const PROPER = /^(?:README(?:\.zh-CN)?\.md|LICENSE|CHANGELOG\.md|SECURITY\.md|CONTRIBUTING\.md)$/;
rule(
  'names are kebab-case',
  files.filter((path) => !PROPER.test(basename(path))),
  (path) =>
    path
      .split('/')
      .find((name) => !/^\.?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/.test(name)),
  'Rename it in small letters with hyphens: `check-need.ts`.',
);

const EMPTY_WORDS = /^(?:utils?|helpers?|common|managers?|data|misc)$/;
rule(
  'no name says nothing',
  files,
  (path) =>
    path.split('/').find((name) => {
      const [stem = ''] = name.split('.');
      return EMPTY_WORDS.test(stem) || /(?:^|-)(?:utils?|helpers?)(?:-|$)/.test(stem);
    }),
  'Call it by the one thing it holds or does, in the words of lenders (style.md, rule 1).',
);

const MAX_LINES = 300;
rule(
  `no file has more than ${MAX_LINES} lines`,
  ours,
  (path) => {
    const lines = read(path).split('\n').length - 1;
    return lines > MAX_LINES && `${lines} lines`;
  },
  'Split it: a file is one noun or one verb, about 150 lines.',
);

rule(
  'no type is thrown away',
  spoken,
  (path) => lineOf(code(path), /\bas\s+any\b|<any>|:\s*any\b(?!')/),
  'Parse it with a schema or take `unknown`; `any` switches the compiler off for whoever comes next.',
);

rule(
  'no check is silenced without a reason',
  spoken,
  (path) =>
    lineOf(
      read(path),
      /@ts-(?:ignore|nocheck)|@ts-expect-error\s*$|(?:oxlint|eslint)-disable(?!.* -- \S)|biome-ignore(?!-?\w* \S+: [^<\s].{9})/,
    ),
  'Mend the cause; where that is impossible say why: `biome-ignore lint/rule: the reason in a sentence`.',
);

rule(
  'nothing is exported by default',
  spoken.filter((path) => !path.endsWith('.config.ts')),
  (path) => lineOf(code(path), /^\s*export\s+default\b|\bas\s+default\b/),
  'Export it by its name, so that one thing has one name everywhere.',
);

rule(
  'no test is left out or alone',
  tests,
  (path) =>
    lineOf(code(path), /\b(?:test|it|describe|suite|bench)(?:\.\w+)*\.(?:only|skip|todo|fails)\b/),
  'Mend the test or delete it; what depends on the machine says so by `skipIf`.',
);

const TOP_LEVEL = new Set([
  'package.json',
  'package-lock.json',
  'cdk.json',
  'tsconfig.json',
  'biome.json',
  'infra',
  'functions',
  'packages',
  'test',
  'README.md',
  'README.zh-CN.md',
  'LICENSE',
  'SECURITY.md',
]);
rule(
  'the top level holds the agreed names alone',
  [...new Set(files.map((path) => path.split('/')[0] ?? ''))],
  (name) => !name.startsWith('.') && !TOP_LEVEL.has(name),
  'Put it into the room it belongs to (README.md, "where does my line go").',
);

const rooms = [
  ...new Set(files.filter(inRooms('packages')).map((path) => path.split('/', 2).join('/'))),
  'functions',
  'infra',
  'test',
];
const MAX_README = 15;
rule(
  'every room says what belongs in it',
  rooms,
  (room) => {
    const readme = `${room}/README.md`;
    if (!files.includes(readme)) return 'no README.md';
    const lines = read(readme).trimEnd().split('\n').length;
    return lines > MAX_README && `${lines} lines`;
  },
  `Write a README.md of at most ${MAX_README} lines: what belongs, what does not, why.`,
);

rule(
  'time and chance are arguments',
  ours.filter(
    (path) =>
      !inRooms('packages/adapters/system', 'packages/cli', 'infra', 'functions/runtime')(path),
  ),
  (path) =>
    lineOf(
      code(path),
      /\bMath\s*\.\s*random\b|\{[^}]*\brandom\b[^}]*\}\s*=\s*Math\b|\bDate\s*\.\s*now\b|\bnew\s+Date\s*(?:\(\s*\)|(?!\s*\())/,
    ),
  'Take `now` or the draw as an argument; adapters/system alone asks the machine.',
);

rule(
  'the domain and the use-cases import at the head of the file',
  sources.filter(inRooms('packages/domain', 'packages/usecases')),
  (path) => lineOf(code(path), /\b(?:import|require)\s*\(/),
  'Write an import statement: Biome cannot see through an inline one, so the rooms stand open to it.',
);

rule(
  'no file knows the machine it was written on',
  files,
  (path) => lineOf(read(path), /(?<![\w.*:/-])\/(?:work|home|root)\//),
  'Use a path relative to the file: `new URL("..", import.meta.url)`.',
);

type Named = Readonly<Record<string, string>>;
const manifest: {
  dependencies: Named;
  devDependencies: Named;
  optionalDependencies: Named;
  scripts: Named;
} = JSON.parse(read('package.json'));

rule(
  'every runtime dependency says in the README what it saves',
  Object.keys(manifest.dependencies),
  (name) => !(files.includes('README.md') && read('README.md').includes(`\`${name}\``)),
  'Give it a line in README.md with its name in backticks, or do without it.',
);

/** Used by their command alone. */
const commands: Named = {
  node: 'node',
  typescript: 'tsc',
  '@biomejs/biome': 'biome',
  oxlint: 'oxlint',
  'oxlint-tsgolint': 'oxlint --type-aware',
  'aws-cdk': 'cdk',
  '@types/node': 'node',
};
const scripts = Object.values(manifest.scripts).join('\n');
const text = spoken
  .filter((path) => path !== 'test/rooms.test.ts')
  .map(read)
  .join('\n');
rule(
  'every dependency is used',
  Object.keys({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  }),
  (name) => {
    const command = commands[name];
    if (command !== undefined) return !scripts.includes(command) && `no script says ${command}`;
    const imported = name.replace(/^@types\//, '');
    return !text.includes(`'${imported}'`) && !text.includes(`'${imported}/`);
  },
  'Remove it from package.json, or use what it is there for.',
);
