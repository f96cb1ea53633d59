import { assert } from '../../assert.ts';
import type { Criterion } from '../../product/criterion.ts';
import type { Product } from '../../product/product.ts';
import { askVerdict } from '../ask.ts';
import { criterionFinding, verdictOf } from '../judge-criterion.ts';
import { type Finding, termCodes } from '../matching.ts';
import type { Question } from '../question.ts';
import { termAsks } from '../terms.ts';
import type { Change } from './change.ts';
import type { FactMends } from './fact-mends.ts';
import { factsIn } from './leaves.ts';
import type { TermMends } from './term-mends.ts';

/**
 * One thing that a product asks, as the search sees it. `mends`: where it does not hold after some changes, changes of
 * which every set that makes it hold has at least one more. `levers`: all that can ever move it.
 */
export type Piece = {
  readonly holds: (now: Question) => boolean;
  readonly mends: (now: Question) => readonly Change[];
  readonly levers: ReadonlySet<string>;
  readonly finding: (now: Question) => Finding | undefined;
};

export const piecesOf = (
  product: Product,
  terms: TermMends,
  facts: FactMends,
): readonly Piece[] => [
  ...termAsks(product).map(({ code, form, finding }): Piece => {
    const term = termCodes.find((known) => known === code);
    assert(term !== undefined, `${code} is a term`);
    const { mends, levers } = terms[term];
    return {
      holds: (now) => askVerdict(form, now) === 'yes',
      mends,
      levers: new Set(levers),
      finding,
    };
  }),
  ...product.eligibility.map(
    (criterion): Piece => ({
      holds: ({ applicant }) => verdictOf(criterion, applicant) === 'yes',
      mends: (now) => mendsOf(criterion, 'yes', now, facts),
      levers: new Set(factsIn(criterion).flatMap(facts.levers)),
      finding: ({ applicant }) => criterionFinding(criterion, applicant),
    }),
  ),
];

/**
 * Of parts that must all be so, the first that is not: whatever mends them all mends it. Of parts of which one is
 * enough, any.
 */
function mendsOf(
  criterion: Criterion,
  wanted: 'yes' | 'no',
  now: Question,
  facts: FactMends,
): readonly Change[] {
  if ('fact' in criterion) return facts.of(criterion.fact, now);
  if ('not' in criterion)
    return mendsOf(criterion.not, wanted === 'yes' ? 'no' : 'yes', now, facts);
  const parts = 'all' in criterion ? criterion.all : criterion.any;
  const open = parts.filter((part) => verdictOf(part, now.applicant) !== wanted);
  const every = 'all' in criterion === (wanted === 'yes');
  return open
    .slice(0, every ? 1 : open.length)
    .flatMap((part) => mendsOf(part, wanted, now, facts));
}
