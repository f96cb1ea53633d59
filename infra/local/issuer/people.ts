import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** What `xyd demo` writes of its city: who can sign in, and which machines have a secret. */
const peopleFile = z.object({
  people: z.array(
    z.object({
      /** `bank/bank_cangmei:loan_officer`: all that a token says of them. */
      id: z.string(),
      kind: z.string(),
      organisation: z.string(),
      name: z.string(),
      role: z.object({ zh: z.string(), en: z.string() }),
    }),
  ),
  machines: z.array(
    z.object({ id: z.string(), secret: z.string(), person: z.string(), about: z.string() }),
  ),
});
export type People = z.infer<typeof peopleFile>;
export type Person = People['people'][number];

export const PEOPLE_FILE = 'people.json';
const NOBODY: People = { people: [], machines: [] };

/** Read anew each time: the city comes after the issuer, and another may follow. */
export function readPeople(dataDir: string): People {
  try {
    const read = peopleFile.safeParse(JSON.parse(readFileSync(join(dataDir, PEOPLE_FILE), 'utf8')));
    return read.success ? read.data : NOBODY;
  } catch {
    return NOBODY; // Not yet written, or half: the city is being made.
  }
}

const PERSON = /^([a-z]{1,20}\/[\w.-]{1,80}):([a-z_]{1,30}(?: [a-z_]{1,30}){0,9})$/;

/** What a token says of whoever goes by that name; undefined where it is none. */
export function claimsOf(person: string) {
  const [, org, role] = PERSON.exec(person) ?? [];
  return org === undefined || role === undefined ? undefined : { org, role };
}
