import type { Product } from '../../product/product.ts';
import type { ApplicantFacts } from '../applicant.ts';
import { judgeProduct } from '../judge-product.ts';
import type { Finding } from '../matching.ts';
import type { Question } from '../question.ts';
import { type Change, type Hint, keyOf, type NearestChange, type Situation } from './change.ts';
import { type Allowance, cheapest, type Found, MAX_COMBINATIONS } from './cheapest.ts';
import { effortOf } from './effort.ts';
import { factMends } from './fact-mends.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { questionAfter } from './question-after.ts';
import { termMends } from './term-mends.ts';
import { widened } from './widen.ts';

/**
 * The cheapest changes that a firm can make so that one product fits, found to be enough by matching again: no part
 * of them is enough, and nothing cheaper is. `kept`: what the need keeps back, where it is known; else a fact kept
 * back is one to be provided.
 */
export function nearestChange({
  product,
  question,
  kept = {},
}: {
  readonly product: Product;
  readonly question: Question;
  readonly kept?: ApplicantFacts;
}): NearestChange {
  if (judgeProduct(product, question).verdict === 'yes') return { outcome: 'fits' };
  const situation: Situation = { question, kept };
  const facts = factMends({ product, situation });
  const pieces = piecesOf(product, termMends(product, situation, facts), facts);
  const allowance: Allowance = { left: MAX_COMBINATIONS };
  const solve = (some: readonly Piece[]) =>
    cheapest({
      pieces: some,
      after: (changes) => questionAfter(situation, changes),
      effortOf: (change) => effortOf(change, question.need),
      allowance,
    });
  const groups = groupsOf(pieces).filter((group) => group.some(({ holds }) => !holds(question)));
  const solved = groups.map((group) => ({ group, found: solve(group) }));
  const changes = solved
    .flatMap(({ found }) => found?.changes ?? [])
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const serves = (made: readonly Change[]) =>
    judgeProduct(product, questionAfter(situation, made)).verdict === 'yes';
  if (serves(changes))
    return {
      outcome: 'change',
      effort: solved.reduce((sum, { found }) => sum + (found?.effort ?? 0), 0),
      changes: widened(changes, facts.ways, serves),
      ...ended(allowance),
    };
  const unsolved = solved.filter(({ found }) => found === undefined);
  const stuck = unsolved.length > 0 ? unsolved : solved;
  const inTheWay = stuck.flatMap(({ group }) => obstacles(group, question, solve));
  return { outcome: 'none', inTheWay, hints: inTheWay.flatMap(hintsOf), ...ended(allowance) };
}

const ended = ({ left }: Allowance) => left === 0 && { notExhaustive: true as const };

/** Pieces that share a lever, even by way of others, stand together: no change of one group touches another. */
function groupsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  let groups: readonly (readonly Piece[])[] = [];
  for (const piece of pieces) {
    const joined = groups.filter((group) => group.some((other) => sharesLever(other, piece)));
    groups = [...groups.filter((group) => !joined.includes(group)), [...joined.flat(), piece]];
  }
  return groups;
}

const sharesLever = (a: Piece, b: Piece): boolean =>
  [...a.levers].some((lever) => b.levers.has(lever));

/** What cannot be mended even by itself; where each could be, but not together, all of it. */
function obstacles(
  group: readonly Piece[],
  question: Question,
  solve: (some: readonly Piece[]) => Found | undefined,
): readonly Finding[] {
  const open = group.filter(({ holds }) => !holds(question));
  const alone = open.filter((piece) => solve([piece]) === undefined);
  return (alone.length > 0 ? alone : open).flatMap(({ finding }) => finding(question) ?? []);
}

/** How many points are missing, wherever they are asked for and told. */
function hintsOf({ code, required, actual, of = [] }: Finding): readonly Hint[] {
  if (code === 'not') return [];
  if (code !== 'points' || typeof actual !== 'number') return of.flatMap(hintsOf);
  const least =
    typeof required === 'object' && 'atLeast' in required ? required.atLeast : undefined;
  return least !== undefined && least > actual
    ? [{ code: 'raise_points', missing: least - actual }]
    : [];
}
