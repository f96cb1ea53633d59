import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Stopped } from '#cli/demo/stopped';

const XYD = fileURLToPath(new URL('../../packages/cli/xyd.ts', import.meta.url));

/** Runs the very command that the office runs; its standard output. Throws `Stopped` with what it said. */
export async function runXyd(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [XYD, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [out, said, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Stopped(`\`xyd ${args[0]}\` ended with ${code}: ${said.trim()}`);
  return out;
}

/** One JSON value per line. */
export const runXydLines = async (args: readonly string[]): Promise<readonly unknown[]> =>
  (await runXyd([...args, '--json']))
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
