import { type Catalogue, type Column, compileCatalogue } from '#domain/matching/compile-catalogue';
import {
  type Judged,
  judgeCatalogue,
  lackedAt,
  standingOf,
  usedAgain,
  verdictAt,
} from '#domain/matching/judge-catalogue';
import { match } from '#domain/matching/match';
import type { Question } from '#domain/matching/question';
import type { Product } from '#domain/product/product';
import { aNeed, LPR } from '../../support/builders.ts';
import type { MatchEngine } from './engine.ts';

type AskPlaces = Column['places'];

/** The compiled catalogue, and how fast its columns can be read at all. */
export function ours(products: readonly Product[]) {
  const catalogue = compileCatalogue(products);
  // As `match` has it.
  const memory = usedAgain();
  const judge = (question: Question) => {
    const judged = judgeCatalogue(catalogue, question, memory);
    return { judged, standing: standingOf(judged, memory) };
  };
  const told = (question: Question) => {
    const { judged } = judge(question);
    return products.map((_, row) => codesAt(judged, row));
  };
  const marks: MatchEngine = {
    name: 'xyd, columns',
    products: products.length,
    run: judge,
    answer: (question) => ({ kind: 'reasons', reasons: told(question) }),
  };
  const written: MatchEngine = { ...marks, name: 'xyd, columns, written out as codes', run: told };
  const verdicts: MatchEngine = {
    ...marks,
    answer: (question) => {
      const { standing } = judge(question);
      return { kind: 'verdicts', verdicts: products.map((_, row) => verdictAt(standing, row)) };
    },
  };
  const page: MatchEngine = {
    name: 'xyd, ranked, with reasons and gaps',
    products: products.length,
    run: ({ need, applicant, asOf }) =>
      match({ need: aNeed(need), applicant, catalogue, lpr: LPR, asOf, page: { limit: 100 } }),
  };
  return { marks, written, verdicts, reading: reading(catalogue), page };
}

/** The columns that a need makes us read, summed in a plain loop: faster than that they cannot be judged. */
function reading(catalogue: Catalogue): MatchEngine {
  const read = new Map<Question, readonly AskPlaces[]>();
  return {
    name: 'reading the same columns, a sum',
    products: catalogue.products.length,
    run: (question) => {
      const columns = read.get(question) ?? columnsRead(catalogue, question);
      read.set(question, columns);
      return columns.reduce((sum, column) => sum + sumOf(column), 0);
    },
  };
}

const columnsRead = (catalogue: Catalogue, question: Question): readonly AskPlaces[] =>
  judgeCatalogue(catalogue, question).words.flatMap(({ lacking }) =>
    lacking.map(({ column }) => column.places),
  );

function codesAt(judged: Judged, row: number): string[] {
  const codes: string[] = [];
  for (const { column, verdict } of lackedAt(judged, row))
    codes.push(verdict === 'no' ? column.code : `${column.code}?`);
  return codes;
}

function sumOf(column: AskPlaces): number {
  let sum = 0;
  for (let row = 0; row < column.length; row += 1) sum += column[row] ?? 0;
  return sum;
}
