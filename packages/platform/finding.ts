import { allowFinding } from '#usecases/allow-finding';
import { countFirms } from '#usecases/count-firms';
import { endFinding } from '#usecases/end-finding';
import { findFirmsOf } from '#usecases/find-firms';
import type { guarding } from '#usecases/guard';
import type { Products } from '#usecases/load-market';
import { matchFirms } from '#usecases/match-firms';
import type { Ports } from '#usecases/ports';
import { readOne } from '#usecases/read';
import type { FirmCommands } from './firm-commands.ts';
import type { ownersIn } from './owners.ts';

/** Firms for a product: who may be found, and who is. */
export const finding = (
  ports: Ports,
  guarded: ReturnType<typeof guarding>,
  own: ReturnType<typeof ownersIn>,
  products: Products,
): FirmCommands => ({
  allowFinding: guarded('allowFinding', allowFinding(ports), own.firmIn),
  endFinding: guarded('endFinding', endFinding(ports), own.firmOf),
  readFindability: guarded('readFindability', readOne(ports, 'findability'), own.firmOf),
  findFirms: guarded('findFirms', findFirmsOf(ports), own.productIn),
  countFirms: guarded('countFirms', countFirms(ports, products)),
  matchFirms: guarded('matchFirms', matchFirms(ports)),
});
