import { draftScheme } from '#usecases/draft-scheme';
import type { guarding } from '#usecases/guard';
import { moveScheme } from '#usecases/move-scheme';
import type { Ports } from '#usecases/ports';
import { readOne, readPage } from '#usecases/read';
import type { SchemeCommands } from './scheme-commands.ts';

/** Which card scores which firm, from draft to retirement. */
export function segmenting(ports: Ports, guarded: ReturnType<typeof guarding>): SchemeCommands {
  const step = moveScheme(ports);
  const all = readPage(ports, 'schemeVersions');
  return {
    draftScheme: guarded('draftScheme', draftScheme(ports)),
    checkScheme: guarded('checkScheme', (asker, id) => step(asker, { id, action: 'check' })),
    approveScheme: guarded('approveScheme', (asker, id) => step(asker, { id, action: 'approve' })),
    activateScheme: guarded('activateScheme', (asker, { id, from }) =>
      step(asker, { id, action: 'activate', from }),
    ),
    retireScheme: guarded('retireScheme', (asker, id) => step(asker, { id, action: 'retire' })),
    readScheme: guarded('readScheme', readOne(ports, 'schemeVersion')),
    listSchemes: guarded('listSchemes', (asker, page) => all(asker, { ...page, of: 'all' })),
  };
}
