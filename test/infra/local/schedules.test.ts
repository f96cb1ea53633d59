import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { periodMs, startSchedules } from '#infra/local/schedules';
import { templateOf } from '#infra/local/template';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const aTemplate = (schedule: string, told: object = {}) =>
  templateOf(
    {
      Resources: {
        Sweep: { Type: 'AWS::Lambda::Function', Properties: { Runtime: 'nodejs24.x' } },
        Hourly: {
          Type: 'AWS::Events::Rule',
          Properties: {
            ScheduleExpression: schedule,
            State: 'ENABLED',
            Targets: [{ Arn: { 'Fn::GetAtt': ['Sweep', 'Arn'] }, Id: 'Target0' }],
            ...told,
          },
        },
      },
    },
    { assets: {}, folder: '.' },
  );

function started(schedule: string, ok = true) {
  const calls: unknown[] = [];
  const lines: string[] = [];
  const invoke = async (payload: string) => {
    calls.push(JSON.parse(payload));
    return ok ? { ok, payload: '' } : { ok, message: 'it is broken' };
  };
  const { stop } = startSchedules(aTemplate(schedule), {
    functions: new Map([['Sweep', { name: 'Sweep', invoke }]]),
    log: (line) => lines.push(line),
  });
  return { calls, lines, stop };
}

test('a rate calls its function after every period, with what EventBridge sends', async () => {
  const { calls, stop } = started('rate(1 hour)');
  await vi.advanceTimersByTimeAsync(59 * 60_000);
  expect(calls).toEqual([]);
  await vi.advanceTimersByTimeAsync(61 * 60_000);
  expect(calls).toMatchObject([
    { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} },
    { source: 'aws.events' },
  ]);
  await stop();
  await vi.advanceTimersByTimeAsync(120 * 60_000);
  expect(calls).toHaveLength(2);
});

test('a call that fails is told, and the schedule comes again', async () => {
  const { calls, lines, stop } = started('rate(5 minutes)', false);
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(calls).toHaveLength(2);
  expect(lines[0]).toBe('Sweep: it is broken; its schedule comes again');
  await stop();
});

test('rates in minutes, hours and days are known, and everything else is refused with a sentence', () => {
  const of = (schedule: string) => {
    const [rule] = aTemplate(schedule).ofType('AWS::Events::Rule');
    return rule && periodMs(rule);
  };
  expect(['rate(1 minute)', 'rate(90 minutes)', 'rate(1 hour)', 'rate(2 days)'].map(of)).toEqual([
    60_000, 5_400_000, 3_600_000, 172_800_000,
  ]);
  for (const unknown of ['cron(0 1 * * ? *)', 'rate(0 hours)', 'rate(1 week)', 'rate(30 days)'])
    expect(() => of(unknown)).toThrow(`does not know the schedule ${unknown}`);
  expect(() =>
    startSchedules(aTemplate('rate(1 hour)', { State: 'DISABLED' }), {
      functions: new Map(),
      log: () => {},
    }),
  ).toThrow('the state DISABLED');
});
