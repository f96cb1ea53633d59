import { parseArgs } from 'node:util';

export type StartArguments = {
  readonly port: number;
  readonly data: string;
  readonly fresh: boolean;
  readonly seed: number;
};

const MAX_PORT = 65_535;
const USAGE = 'npm start -- [--port N] [--data DIR] [--fresh] [--seed N]';

/** What was typed after `npm start --`, or one sentence that says what is wrong with it. */
export function startArguments(
  argv: readonly string[],
): StartArguments | { readonly fault: string } {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string', default: '8080' },
        data: { type: 'string', default: '.data' },
        fresh: { type: 'boolean', default: false },
        seed: { type: 'string', default: '1' },
      },
    });
    const port = whole(values.port);
    const seed = whole(values.seed);
    if (port === undefined || port < 1 || port > MAX_PORT)
      return { fault: `--port is a whole number from 1 to ${MAX_PORT}, not ${values.port}.` };
    if (seed === undefined) return { fault: `--seed is a whole number, not ${values.seed}.` };
    if (values.data === '') return { fault: '--data names a folder.' };
    return { port, data: values.data, fresh: values.fresh, seed };
  } catch (error) {
    const said = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    return { fault: `${said}. Known is: ${USAGE}` };
  }
}

function whole(text: string): number | undefined {
  const number = Number(text);
  return /^\d+$/.test(text) && Number.isSafeInteger(number) ? number : undefined;
}
