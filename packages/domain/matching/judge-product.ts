import type { Verdict } from '../product/criterion.ts';
import type { Product } from '../product/product.ts';
import { asksOf } from './asks.ts';
import type { Finding } from './matching.ts';
import type { Question } from './question.ts';
import { allOf } from './verdict.ts';

export type Judgement = { readonly verdict: Verdict; readonly findings: readonly Finding[] };

/** One product for one question, plainly: every reason, none = yes. The catalogue answers the same for many at once. */
export function judgeProduct(product: Product, question: Question): Judgement {
  const findings = asksOf(product).flatMap((ask) => ask.finding(question) ?? []);
  return { verdict: allOf(findings.map(({ verdict }) => verdict)), findings };
}
