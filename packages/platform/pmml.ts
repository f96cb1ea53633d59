import type { PmmlCard, PmmlFault } from '#adapters/pmml/pmml-card';
import { readPmml } from '#adapters/pmml/read-pmml';
import { writePmml } from '#adapters/pmml/write-pmml';

export type { PmmlCard, PmmlFault };

/** Scorecards of PMML, for whoever exchanges cards with others. */
export const pmml = { read: readPmml, write: writePmml } as const;
