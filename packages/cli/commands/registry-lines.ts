import type { Principal } from '#domain/principal';
import type { Registered } from '#domain/scoring/registry/registered';
import type { BusinessDate } from '#domain/time';
import { asker as operator } from '../asker.ts';
import { alignTable } from '../demo/width.ts';
import { Misuse } from '../misuse.ts';
import { writeJson, writeOut } from '../write-out.ts';

/** One answer of the registry: for machines, and in a row of a table. */
export type Line = { readonly told: object; readonly cells: readonly string[] };

export async function tell(lines: readonly Line[], json: boolean): Promise<void> {
  if (json) for (const line of lines) await writeJson(line.told);
  else if (lines.length === 0) await writeOut('There is none.');
  else await writeOut(alignTable(lines.map(({ cells }) => [...cells])).join('\n'));
}

export const stepsOf = ({ steps }: Registered): string =>
  steps.map(({ action, by }) => `${action} ${by.split('/').at(-1)}`).join(', ');

export const whoOption = { as: { type: 'string', default: operator.id } } as const;

/** The operator under the name of `--as`: four eyes are told apart by it. Refuses by `Misuse`. */
export function actingAs(name: string): Principal {
  if (!/^\S{1,64}$/.test(name)) throw new Misuse('--as is a name without spaces');
  return { ...operator, id: name };
}

/** The day of `--from`. Refuses by `Misuse`. */
export function beginning({ from }: { readonly from: BusinessDate | undefined }): BusinessDate {
  if (from === undefined) throw new Misuse('Say --from, the first day on which it scores');
  return from;
}
