import type { ColumnScores } from '#domain/scoring/columns/score-columns';

/** An engine with its firms at hand. `run` gives the points of each, in order. */
export type ScoreEngine = {
  readonly name: string;
  readonly rows: number;
  /** Whether it is what the platform runs, for which an aim is set. */
  readonly isAimed?: true;
  readonly run: () => Promise<Int16Array>;
  /** Of an engine that also gives reasons: whether all that it gives is the same. */
  readonly agrees?: (truth: ColumnScores) => boolean;
  readonly close: () => Promise<void>;
};

/** A library that only a bench needs; undefined where it is not installed. */
export async function libraryOf<Library>(name: string): Promise<Library | undefined> {
  try {
    return await import(name);
  } catch {
    return undefined;
  }
}
