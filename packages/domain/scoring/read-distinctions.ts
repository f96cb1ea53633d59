import type { CreditRecord } from '../credit/record.ts';
import type { Facts } from './facts.ts';
import { counted, inUse } from './in-use.ts';
import { fact, type Reading, textIn } from './reading.ts';

const MONTHS = 36;

/** Inventions, marks, recognitions and supports in force. */
export function readDistinctions(reading: Reading): Facts {
  const patents = inUse(reading, 'patent');
  const isInvention = ({ content }: CreditRecord) => textIn(content, 'kind') === 'invention';
  const qualified = inUse(reading, 'qualification').filter(
    ({ content }) => !['suspended', 'revoked'].includes(textIn(content, 'state') ?? ''),
  );
  const count = (name: Parameters<typeof counted>[1], catalogue: Parameters<typeof inUse>[1]) =>
    counted(reading, name, catalogue, inUse(reading, catalogue));
  const recent = (name: Parameters<typeof counted>[1], catalogue: Parameters<typeof inUse>[1]) =>
    counted(reading, name, catalogue, inUse(reading, catalogue, MONTHS));
  return {
    ...readTechnology(reading),
    ...counted(reading, 'invention_patents', 'patent', patents.filter(isInvention)),
    ...counted(
      reading,
      'other_patents',
      'patent',
      patents.filter((record) => !isInvention(record)),
    ),
    ...count('trademarks', 'trademark'),
    ...count('demonstration_grades', 'demonstration-enterprise'),
    ...recent('rewards_36m', 'administrative-reward'),
    ...counted(reading, 'qualifications_in_force', 'qualification', qualified),
    ...recent('policy_support_36m', 'policy-support'),
    ...count('verified_declarations', 'self-declared'),
  };
}

/** From the best: who recognises it, and how few firms are. */
const technologyGrades = {
  national: ['champion', 'little_giant', 'unicorn'],
  leading: ['high_technology', 'specialised', 'gazelle', 'research_centre'],
  recognised: ['innovative', 'small_technology', 'innovation_index'],
} as const;

function readTechnology(reading: Reading): Facts {
  const recognised = inUse(reading, 'technology-grade');
  for (const [grade, kinds] of Object.entries(technologyGrades)) {
    const such = recognised.filter(({ content }) =>
      kinds.some((kind) => kind === textIn(content, 'kind')),
    );
    if (such.length > 0)
      return fact(
        'technology_grade',
        grade,
        such.map(({ id }) => id),
      );
  }
  return fact(
    'technology_grade',
    reading.silenceMeansNone('technology-grade') ? 'none' : undefined,
    [],
  );
}
