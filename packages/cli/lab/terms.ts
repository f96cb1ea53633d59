import { Misuse } from '../misuse.ts';

/** Refuses by `Misuse`. */
export function readCount(option: string, text: string, least: number, most: number): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= least && count <= most) return count;
  throw new Misuse(`${option} is a whole number from ${least} to ${most}, not ${text}`);
}

export function readAmount(option: string, text: string): number {
  const amount = Number(text);
  if (text.trim() !== '' && Number.isFinite(amount)) return amount;
  throw new Misuse(`${option} is a number, not ${text}`);
}

export function readPositive(option: string, text: string): number {
  const amount = readAmount(option, text);
  if (amount > 0) return amount;
  throw new Misuse(`${option} is above 0, not ${text}`);
}

/** `Term:rising`: points rise with the value. */
export function readDirections(
  texts: readonly string[],
): Readonly<Record<string, 'rising' | 'falling'>> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.lastIndexOf(':');
      const direction = text.slice(at + 1);
      if (at > 0 && (direction === 'rising' || direction === 'falling'))
        return [text.slice(0, at), direction] as const;
      throw new Misuse(`--monotone is COLUMN:rising or COLUMN:falling, not ${text}`);
    }),
  );
}

/** Columns that must be there. */
export function checkColumns(
  option: string,
  columns: readonly string[],
  named: readonly string[],
): void {
  const strange = named.find((name) => !columns.includes(name));
  if (strange !== undefined) throw new Misuse(`${option} ${strange}: there is no such column`);
}
