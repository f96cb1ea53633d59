import { checkEntries } from '#domain/credit/lists/check-entries';
import { checkOf } from '#domain/credit/lists/list-hits';
import type { Enterprise } from '#domain/enterprise/enterprise';
import type { Refusal } from '#domain/refusal';
import type { Ports } from './ports.ts';

/** Lists named in one refusal. */
const MAX_NAMED = 5;

/** Why nothing goes on for a firm today: what stops it hard, each list with its record; undefined where nothing does. */
export async function hardStop(
  ports: Ports,
  { code, status }: Enterprise,
): Promise<Refusal | undefined> {
  const { entries } = await ports.store.profile(code);
  const { hits } = checkEntries(entries, ports.today());
  const { register } = checkOf(hits, status);
  const stops = [
    ...(register ? [register] : []),
    ...hits
      .filter(({ action }) => action === 'hard_stop')
      .map(({ type, record }) => `${type} ${record}`),
  ];
  if (stops.length === 0) return undefined;
  return {
    code: 'enterprise_hard_stop',
    field: 'code',
    expected: 'a firm on no list that stops hard',
    actual: stops.slice(0, MAX_NAMED).join(', '),
  };
}
