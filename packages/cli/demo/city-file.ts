import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type BusinessDate, parseDate } from '#domain/time';
import { Stopped } from './stopped.ts';

/**
 * Which city this data folder holds. Written before anything is sent, so that a load that was cut off, and
 * any start on a later day, makes the very same city again.
 */
export type CityFile = {
  readonly seed: number;
  readonly asOf: BusinessDate;
  readonly firms: number;
  readonly loaded?: boolean;
};

const schema = z.object({
  seed: z.int().min(0),
  asOf: z.string(),
  firms: z.int().min(1),
  loaded: z.boolean().optional(),
});

const pathOf = (dir: string) => join(dir, 'city.json');

/** Undefined where there is none yet. */
export function readCityFile(dir: string): CityFile | undefined {
  const path = pathOf(dir);
  const text = readText(path);
  if (text === undefined) return undefined;
  const parsed = schema.safeParse(parseJson(text));
  const asOf = parseDate(parsed.data?.asOf ?? '');
  if (!parsed.success || asOf === undefined)
    throw new Stopped(`${path} does not describe a city. Start afresh with --fresh.`);
  const { seed, firms, loaded } = parsed.data;
  return { seed, asOf, firms, ...(loaded !== undefined && { loaded }) };
}

/** Whole or not at all: a kill between the two steps leaves the file before. */
export function writeCityFile(dir: string, city: CityFile): void {
  mkdirSync(dir, { recursive: true });
  const fresh = `${pathOf(dir)}.new`;
  writeFileSync(fresh, `${JSON.stringify(city, null, 2)}\n`);
  renameSync(fresh, pathOf(dir));
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
