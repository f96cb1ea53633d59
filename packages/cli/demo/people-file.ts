import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { City } from './city.ts';
import { machinesOf, peopleOf } from './people.ts';

/** The issuer of this machine reads it whenever somebody signs in. */
const pathOf = (dir: string) => join(dir, 'people.json');
const OWNER_ALONE = 0o600;
const SECRET_BYTES = 24;

const secretsOf = z.object({
  machines: z.array(z.object({ id: z.string(), secret: z.string() })),
});

/** Who can sign in to this city. Secrets are drawn once and stay, so that a bank's system goes on over a restart. */
export function writePeopleFile(dir: string, city: City): void {
  const kept = readSecrets(dir);
  const machines = machinesOf(city).map((machine) => ({
    ...machine,
    secret: kept.get(machine.id) ?? randomBytes(SECRET_BYTES).toString('base64url'),
  }));
  mkdirSync(dir, { recursive: true });
  const fresh = `${pathOf(dir)}.new`;
  rmSync(fresh, { force: true });
  writeFileSync(fresh, `${JSON.stringify({ people: peopleOf(city), machines }, null, 2)}\n`, {
    mode: OWNER_ALONE,
  });
  renameSync(fresh, pathOf(dir));
}

function readSecrets(dir: string): ReadonlyMap<string, string> {
  try {
    const { machines } = secretsOf.parse(JSON.parse(readFileSync(pathOf(dir), 'utf8')));
    return new Map(machines.map(({ id, secret }) => [id, secret]));
  } catch {
    return new Map(); // None yet, or none that can be read: then others are drawn.
  }
}
