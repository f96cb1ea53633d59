import type { RefusedRow } from '#domain/credit/batch';
import type { BatchId } from '#domain/ids';
import type { BusinessDate } from '#domain/time';

/** Refused rows of one stretch of a batch, kept so that they can be mended and sent again. */
export type Refusals = {
  readonly batch: BatchId;
  readonly part: number;
  /** The line of the first of them: one id per item, however often its stretch is repeated. */
  readonly fromLine: number;
  readonly rows: readonly KeptRow[];
  /** From which their retention counts; absent on those kept before it was noted. */
  readonly keptOn?: BusinessDate;
};

/** Masked; `sealed` holds what stood in the masked cells, for whoever has to mend them. */
export type KeptRow = RefusedRow & { readonly sealed?: string };
