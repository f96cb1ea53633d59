import { type Person, readPeople } from './issuer/people.ts';

/** Terminals show a Chinese character in two columns. */
const widthOf = (text: string) =>
  [...text].reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0);
const padded = (text: string, width: number) =>
  text + ' '.repeat(Math.max(1, width - widthOf(text)));

/** Who can sign in as what, a line for each organisation; those with the same roles in one where there are many. */
export function whoCanSignIn(dataDir: string): readonly string[] {
  const { people, machines } = readPeople(dataDir);
  const organisations = [...Map.groupBy(people, ({ id }) => id.split(':')[0] ?? '')].map(
    ([org, of]) => ({ org, name: of[0]?.organisation ?? org, roles: rolesOf(of) }),
  );
  const lines = organisations.map(({ org, name, roles }) => [org, name, roles] as const);
  const widths = [0, 1].map((column) =>
    Math.max(0, ...lines.map((line) => widthOf(line[column] ?? ''))),
  );
  return [
    ...lines.map(
      ([org, name, roles]) =>
        `${padded(org, (widths[0] ?? 0) + 2)}${padded(name, (widths[1] ?? 0) + 2)}${roles}`,
    ),
    `${padded('firm/<code>', (widths[0] ?? 0) + 2)}${padded('any firm of the city', (widths[1] ?? 0) + 2)}owner clerk`,
    `and ${machines.length} machines by their secrets in people.json of the data folder`,
  ];
}

const rolesOf = (people: readonly Person[]) =>
  people.map(({ id }) => id.slice(id.indexOf(':') + 1)).join(' ');
