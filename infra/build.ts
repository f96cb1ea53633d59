import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** CommonJS dependencies in an ESM bundle ask for `require`. */
const BANNER =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

export type BuildOptions = {
  /** The folder with one folder per function, each with an index.ts. */
  readonly functions: string;
  /** Receives <name>/index.mjs and nothing else: what lies in it is deployed. */
  readonly out: string;
};

/** Bundles every function with all that it imports, the SDK too. Answers their names. Refuses to build nothing. */
export async function buildFunctions({ functions, out }: BuildOptions): Promise<readonly string[]> {
  const names = readdirSync(functions)
    .filter((name) => existsSync(join(functions, name, 'index.ts')))
    .sort();
  if (names.length === 0)
    throw new Error(`There is no function in ${functions}: each is a folder with an index.ts.`);
  for (const name of names) rmSync(join(out, name), { recursive: true, force: true });
  await build({
    entryPoints: names.map((name) => ({
      in: join(functions, name, 'index.ts'),
      out: `${name}/index`,
    })),
    outdir: out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    keepNames: true,
    banner: { js: BANNER },
    logLevel: 'warning',
  });
  return names;
}

if (import.meta.main) {
  try {
    const options = { functions: join(root, 'functions'), out: join(root, 'dist') };
    console.log(`built ${(await buildFunctions(options)).join(', ')} into dist/`);
  } catch (error) {
    // esbuild has shown each fault in its place already.
    console.error(error instanceof Error ? error.message.split('\n')[0] : error);
    process.exitCode = 1;
  }
}
