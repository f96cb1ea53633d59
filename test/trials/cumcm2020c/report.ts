import { auc } from './auc.ts';
import type { Firm, InvoiceReading } from './read-folder.ts';
import type { Run } from './run.ts';
import { spreadOf } from './spread.ts';

export type Report = ReturnType<typeof reportOf>;

/** What was read from the files, what the store made of it, how the score stands to what became of the firms. */
export function reportOf({
  firms,
  incoming,
  outgoing,
  run,
  codeOf,
  seconds,
}: {
  readonly firms: readonly Firm[];
  readonly incoming: InvoiceReading;
  readonly outgoing: InvoiceReading;
  readonly run: Run;
  readonly codeOf: (local: string) => string;
  readonly seconds: number;
}) {
  const judged = firms.map((firm) => ({
    ...firm,
    points: run.points.get(codeOf(firm.local)),
    recommended: run.recommended.has(codeOf(firm.local)),
  }));
  const pointsOf = (chosen: typeof judged) =>
    chosen.flatMap(({ points }) => (points === undefined ? [] : [points]));
  const byRating = Object.entries(Object.groupBy(judged, ({ rating }) => rating))
    .flatMap(([rating, rated]) => (rated ? [{ rating, rated }] : []))
    .toSorted((left, right) => (left.rating < right.rating ? -1 : 1));
  return {
    enterprises: firms.length,
    invoicesIn: incoming.read.invoices,
    invoicesOut: outgoing.read.invoices,
    amountIn: incoming.read.amount,
    amountOut: outgoing.read.amount,
    amountUnit: 'fen',
    auc: auc(
      pointsOf(judged.filter(({ defaulted }) => defaulted === false)),
      pointsOf(judged.filter(({ defaulted }) => defaulted === true)),
    ),
    ...(run.fitted && { fitted: run.fitted }),
    pointsByRating: Object.fromEntries(
      byRating.map(({ rating, rated }) => [rating, spreadOf(pointsOf(rated))]),
    ),
    recommendedByRating: Object.fromEntries(
      byRating.map(({ rating, rated }) => [
        rating,
        rated.filter(({ recommended }) => recommended).length,
      ]),
    ),
    voidIn: incoming.void,
    voidOut: outgoing.void,
    duplicatesIn: incoming.duplicates,
    duplicatesOut: outgoing.duplicates,
    once: totals(incoming.once, outgoing.once),
    recorded: totals(run.recorded.in, run.recorded.out),
    matched: {
      needs: run.eligible.length,
      withEligible: run.eligible.filter((eligible) => eligible > 0).length,
    },
    batches: run.batches,
    seconds,
  };
}

const totals = (incoming: InvoiceReading['once'], outgoing: InvoiceReading['once']) => ({
  invoicesIn: incoming.invoices,
  invoicesOut: outgoing.invoices,
  amountIn: incoming.amount,
  amountOut: outgoing.amount,
});

/** Where the store holds something else than the files without their repetitions; undefined where they agree. */
export function whyUntrue({ enterprises, batches, once, recorded }: Report): string | undefined {
  const { accepted, warned, corrected } = batches.enterprises;
  const registered = accepted + warned + corrected;
  if (registered < enterprises)
    return `Of ${enterprises} firms in the file the store has taken ${registered}.`;
  const keys = ['invoicesIn', 'invoicesOut', 'amountIn', 'amountOut'] as const;
  const wrong = keys.find((key) => once[key] !== recorded[key]);
  return (
    wrong &&
    `The files hold ${once[wrong]} as ${wrong} without repetitions, but the store holds ${recorded[wrong]}.`
  );
}
