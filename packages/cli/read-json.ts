import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { Misuse } from './misuse.ts';

/** Larger files of terms are a mistake: ten thousand products take less. */
const MAX_BYTES = 50_000_000;

/** Refuses by `Misuse`: nothing there, a folder, not readable. */
export function checkFile(path: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new Misuse(`There is no file ${path}`);
  if (stat.isDirectory()) throw new Misuse(`${path} is a folder, not a file`);
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new Misuse(`${path} may not be read by whoever runs this`);
  }
}

export function readJson(path: string): unknown {
  return parse(readText(path), path);
}

/** The objects of a file: a JSON array, one object per line, or a single object. */
export function readJsonItems(path: string): readonly unknown[] {
  const text = readText(path);
  const whole = tryParse(text);
  if (whole.ok) return Array.isArray(whole.value) ? whole.value : [whole.value];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => parse(line, `${path}, line ${index + 1}`));
}

function readText(path: string): string {
  checkFile(path);
  try {
    if (statSync(path).size > MAX_BYTES)
      throw new Misuse(`${path} has more than ${MAX_BYTES} bytes`);
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse(`${path} cannot be read as UTF-8 text`);
  }
}

function parse(text: string, place: string): unknown {
  const parsed = tryParse(text);
  if (parsed.ok) return parsed.value;
  throw new Misuse(`${place} is not JSON: ${parsed.fault}`);
}

function tryParse(text: string): { ok: true; value: unknown } | { ok: false; fault: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, fault: error instanceof Error ? error.message : String(error) };
  }
}
