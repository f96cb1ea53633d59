import { writeFileSync } from 'node:fs';
import type { OpenCard } from '#domain/scoring/open-card';
import type { FittedCard } from '#lab/card';
import { fittedCardSchema, openCardSchema } from '#platform/schemas/fitted-card';
import { Misuse } from '../misuse.ts';
import { parsed } from '../parsed.ts';
import { readJson } from '../read-json.ts';

/** The card that `--card` names. Refuses by `Misuse`. */
export function readCard(path: string | undefined): FittedCard {
  if (path === undefined) throw new Misuse('Say with --card which card');
  return parsed(path, fittedCardSchema, readJson(path));
}

/** Any card, with what is known of its fit where it was fitted. Refuses by `Misuse`. */
export function readAnyCard(path: string | undefined): OpenCard | FittedCard {
  if (path === undefined) throw new Misuse('Say with --card which card');
  const written = readJson(path);
  return parsed(path, hasFit(written) ? fittedCardSchema : openCardSchema, written);
}

const hasFit = (written: unknown): boolean =>
  typeof written === 'object' && written !== null && 'fit' in written;

/** Keys in the order of the schema, so that the same card is the same bytes whichever way it came. */
export function writeCard(path: string, card: unknown): void {
  const ordered = parsed(path, hasFit(card) ? fittedCardSchema : openCardSchema, card);
  writeFile(path, `${JSON.stringify(ordered, null, 1)}\n`);
}

/** Refuses by `Misuse`. */
export function writeFile(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch {
    throw new Misuse(`${path} cannot be written`);
  }
}
