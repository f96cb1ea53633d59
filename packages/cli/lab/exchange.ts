import { readFileSync, statSync } from 'node:fs';
import { indicatorsOf } from '#lab/points';
import { type PmmlFault, pmml } from '#platform/pmml';
import { fitSchema } from '#platform/schemas/fitted-card';
import { DONE } from '../command.ts';
import { Stopped } from '../demo/stopped.ts';
import { Misuse } from '../misuse.ts';
import { parsed } from '../parsed.ts';
import { checkFile } from '../read-json.ts';
import { readOptions } from '../read-options.ts';
import { say } from '../write-out.ts';
import { readAnyCard, writeCard, writeFile } from './read-card.ts';

export const EXCHANGE_USAGE = `xyd lab export --card CARD --out FILE.pmml
xyd lab import FILE.pmml --out CARD

A card as a PMML 4.4 Scorecard, and back: first true predicate, missing values and reason
codes by either algorithm mean the same on both sides. What one side cannot say is refused
with its place.`;

const MAX_PMML_BYTES = 50_000_000;

export async function exportCard(args: readonly string[]): Promise<number> {
  const options = readOptions(args, { card: { type: 'string' }, out: { type: 'string' } });
  if (options.out === undefined) throw new Misuse('Say with --out where the PMML goes');
  const { fit, ...card } = { fit: undefined, ...readAnyCard(options.card) };
  const answer = pmml.write({ card, ...(fit && { section: fit }) });
  if (!answer.ok) throw stopped(answer);
  writeFile(options.out, answer.text);
  say(`${options.out}: ${indicatorsOf(card).length} characteristics.`);
  return DONE;
}

export async function importCard(args: readonly string[]): Promise<number> {
  const { words, out } = readOptions(args, { out: { type: 'string' } }, 1);
  const [path] = words;
  if (path === undefined) throw new Misuse('xyd lab import needs a PMML file');
  if (out === undefined) throw new Misuse('Say with --out where the card goes');
  checkFile(path);
  if (statSync(path).size > MAX_PMML_BYTES)
    throw new Misuse(`${path} has more than ${MAX_PMML_BYTES} bytes`);
  const answer = await pmml.read(readFileSync(path, 'utf8'));
  if (!answer.ok) throw stopped(answer);
  const { card, section } = answer.value;
  writeCard(
    out,
    section === undefined ? card : { ...card, fit: parsed(`${path}, fit`, fitSchema, section) },
  );
  say(`${out}: ${indicatorsOf(card).length} characteristics.`);
  return DONE;
}

const stopped = ({ code, place, expected }: PmmlFault) =>
  new Stopped(`${place}: expected ${expected} [${code}]`);
