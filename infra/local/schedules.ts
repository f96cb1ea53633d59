import { envelope, refuseDisabled } from './bus.ts';
import type { LocalFunction } from './functions.ts';
import { propertiesOf } from './properties.ts';
import type { Resource, Template } from './template.ts';

type Options = {
  readonly functions: ReadonlyMap<string, Pick<LocalFunction, 'name' | 'invoke'>>;
  readonly log: (line: string) => void;
};

/** The rules of the template that follow the clock: each calls its functions, for the first time after one period. */
export function startSchedules(
  template: Template,
  { functions, log }: Options,
): { readonly stop: () => Promise<void> } {
  const running = new Set<Promise<void>>();
  const timers = template
    .ofType('AWS::Events::Rule')
    .filter(({ properties }) => properties.has('ScheduleExpression'))
    .map((rule) => {
      const targets = targetsOf(template, rule);
      const payload = () => JSON.stringify(envelope(template, scheduled(rule)));
      return setInterval(() => {
        for (const id of targets) {
          const call = callOf(functions.get(id), payload(), log);
          running.add(call);
          void call.finally(() => running.delete(call));
        }
      }, periodMs(rule)).unref();
    });
  return {
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running);
    },
  };
}

async function callOf(
  target: Pick<LocalFunction, 'name' | 'invoke'> | undefined,
  payload: string,
  log: Options['log'],
): Promise<void> {
  const outcome = await target?.invoke(payload);
  if (outcome && !outcome.ok) log(`${target?.name}: ${outcome.message}; its schedule comes again`);
}

function targetsOf(template: Template, { id, properties }: Resource): readonly string[] {
  refuseDisabled(id, properties);
  return properties.list('Targets').map((_target, at) => {
    const owner = `Target ${at} of the rule ${id}`;
    const arn = propertiesOf(owner, properties.object(`Targets.${at}`)).text('Arn');
    return template.behind(arn, 'AWS::Lambda::Function', owner).id;
  });
}

const scheduled = ({ arn }: Resource) => ({
  source: 'aws.events',
  detailType: 'Scheduled Event',
  resources: [arn],
  detail: {},
});

const MINUTE_MS = 60_000;
/** A timer of Node's waits no longer, but fires at once. */
const LONGEST_MS = 2 ** 31 - 1;
const units = { minute: MINUTE_MS, hour: 60 * MINUTE_MS, day: 24 * 60 * MINUTE_MS } as const;

/** Of `rate(5 minutes)`; any other schedule is refused with a sentence. */
export function periodMs({ id, properties }: Pick<Resource, 'id' | 'properties'>): number {
  const told = properties.text('ScheduleExpression');
  const [, count, unit] = /^rate\(([1-9]\d{0,2}) (minute|hour|day)s?\)$/.exec(told) ?? [];
  if (unit === 'minute' || unit === 'hour' || unit === 'day') {
    const period = Number(count) * units[unit];
    if (period <= LONGEST_MS) return period;
  }
  throw new Error(
    `The local runner does not know the schedule ${told} of the rule ${id}: teach it in infra/local/schedules.ts.`,
  );
}
