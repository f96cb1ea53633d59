import { Logger } from '@aws-lambda-powertools/logger';
import { expect, test } from 'vitest';
import { RedactingFormatter, safeToLog } from '#functions/runtime/redacting-formatter';
import { WANG } from '#test/support/a-person';
import { writtenLines } from '#test/support/written-lines';

const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ3YW5nIn0.c2lnbmF0dXJlLXNpZ25hdHVyZQ';
const SECRETS = [WANG.idNumber, WANG.phone, TOKEN, 'session=abc123'];

/** What a logger like ours writes. */
async function written(log: (logger: Logger) => void): Promise<string> {
  const lines = await writtenLines(() =>
    log(new Logger({ serviceName: 'test', logFormatter: new RedactingFormatter() })),
  );
  expect(lines).not.toBe('');
  return lines;
}

const fault = () => {
  const cause = new Error(`row of ${WANG.idNumber}`);
  return Object.assign(new TypeError(`no such person ${WANG.phone} (Bearer ${TOKEN})`, { cause }), {
    cells: { 手机号: WANG.phone },
  });
};

test.each<[string, (logger: Logger) => void]>([
  ['in the message', (logger) => logger.info(`call ${WANG.phone} with ${TOKEN}`)],
  ['in a value', (logger) => logger.warn('x', { row: { 身份证: `号码${WANG.idNumber}` } })],
  ['in a key', (logger) => logger.warn('x', { [WANG.idNumber]: 1, [TOKEN]: [2] })],
  [
    'as a number',
    (logger) => logger.info('x', { phone2: Number(WANG.phone), of: [Number(WANG.phone)] }),
  ],
  ['in an error', (logger) => logger.error('x', fault())],
  ['in an error among others', (logger) => logger.error('x', { error: fault(), other: fault() })],
  [
    'in headers',
    (logger) =>
      logger.info('x', { headers: { Authorization: `Bearer ${TOKEN}`, cookie: 'session=abc123' } }),
  ],
  [
    'in what is kept for all lines',
    (logger) => {
      logger.appendKeys({ caller: WANG.phone });
      logger.info('x');
    },
  ],
  [
    'in a map, a set, a cause',
    (logger) =>
      logger.info('x', { map: new Map([[WANG.idNumber, TOKEN]]), set: new Set([WANG.phone]) }),
  ],
])('a secret %s is not in the line', async (_, log) => {
  const line = await written(log);
  for (const secret of SECRETS) expect(line).not.toContain(secret);
});

test('a line says who, when, and what went wrong', async () => {
  const line = JSON.parse(
    await written((logger) =>
      logger.error('The request failed', { error: fault(), request: 'r-1' }),
    ),
  );
  expect(line).toMatchObject({
    level: 'ERROR',
    message: 'The request failed',
    service: 'test',
    request: 'r-1',
    error: { name: 'TypeError', message: expect.stringContaining('138****5678') },
  });
  expect(line.error.stack).toContain('redacting-formatter.test.ts');
});

test('what goes round in a circle ends', () => {
  const circle: Record<string, unknown> = { phone2: WANG.phone };
  circle['self'] = circle;
  expect(JSON.stringify(safeToLog(circle))).not.toContain(WANG.phone);
});
