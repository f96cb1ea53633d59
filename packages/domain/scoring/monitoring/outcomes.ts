/** Outcomes of rows: 1 = bad, 0 = good. */
export type Outcomes = Uint8Array;
