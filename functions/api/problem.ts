import { clipped } from '#domain/clip';
import { redacted, redactedRefusal } from '#domain/personal/redacted';
import type { Refusal } from '#domain/refusal';
import { type Language, sentence } from '#platform/sentences';
import { type ProblemCode, statusOf, titles } from './status.ts';

/** RFC 9457, with our code and every fault. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: (typeof statusOf)[ProblemCode];
  readonly detail: string;
  readonly instance: string;
  readonly code: ProblemCode;
  readonly errors: readonly (Refusal & { readonly detail: string })[];
};

const doorSentences = {
  method_not_allowed: {
    zh: '此地址不支持该请求方法。',
    en: 'This address does not take this method.',
  },
  internal: {
    zh: '系统内部错误，已记录；请凭请求编号联系我们。',
    en: 'Our own mistake; it is logged under the id of the request.',
  },
} as const;

export function problemOf(
  refusals: readonly Refusal[],
  asked: { readonly path: string; readonly language: Language },
): Problem {
  // Whatever stood in the wrong place of a request, numbers of people and tokens do not come back.
  const told = refusals.map((refusal) => redactedRefusal(clipped(refusal)));
  const [first] = told;
  if (!first) return doorProblem('internal', asked);
  const errors = told.map((refusal) => ({
    ...refusal,
    detail: sentence(refusal, asked.language),
  }));
  return {
    ...frame(first.code, asked.path),
    detail: sentence(first, asked.language),
    errors,
  };
}

/** A refusal that no use-case knows. */
export const doorProblem = (
  code: keyof typeof doorSentences,
  { path, language }: { readonly path: string; readonly language: Language },
): Problem => ({ ...frame(code, path), detail: doorSentences[code][language], errors: [] });

function frame(code: ProblemCode, instance: string) {
  const status = statusOf[code];
  return {
    type: `/docs#${code}`,
    title: titles[status],
    status,
    detail: '',
    instance: redacted(instance),
    code,
  };
}
