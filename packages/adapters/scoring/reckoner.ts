import { byTables, type Reckoner } from '#domain/scoring/columns/firms-scorer';
import { reckonByKernel, runsKernels } from './reckon-by-kernel.ts';

/** By a kernel; by tables where this machine runs no WebAssembly with SIMD. */
export const reckoner: Reckoner = (compiled) =>
  runsKernels() ? { by: 'kernel', reckon: reckonByKernel(compiled) } : byTables(compiled);
