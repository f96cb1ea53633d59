import type { Assignment, NeedOutcome, PassedOver } from '#domain/matching-event/assignment';
import type { AssignmentFault } from '#domain/matching-event/find-blocking-pairs';
import type { Language } from '#platform/sentences';
import { moneyWords } from '../demo/wording.ts';

type Words<Of> = Readonly<Record<Language, Of>>;

/** Every need with its bank, or without, and why it got none of those that it would rather have had. */
export function renderAssignment(
  { assigned, unassigned, amount, rounds, outcomes }: Assignment,
  language: Language,
): string {
  const head = {
    en: `${assigned} needs have a bank, ${unassigned} have none · ${moneyWords(amount)} · rounds: ${rounds}`,
    zh: `${assigned} 个需求已配对，${unassigned} 个未配对 · ${moneyWords(amount)} · ${rounds} 轮`,
  };
  return [head[language], ...outcomes.flatMap((outcome) => lines(outcome, language))].join('\n');
}

function lines(outcome: NeedOutcome, language: Language): readonly string[] {
  const reasons = outcome.passedOver.map(
    (passed) =>
      `      ${passed.place}. ${passed.bank}: ${passedOver[passed.code][language](passed)}`,
  );
  if (outcome.status === 'unassigned')
    return [`  ✗ ${outcome.need}: ${without[outcome.why][language]}`, ...reasons];
  const { need, bank, product, place, steps } = outcome;
  const round = steps.at(-1)?.round ?? 1;
  const told = {
    en: `place ${place} on its list, round ${round}`,
    zh: `其第 ${place} 志愿，第 ${round} 轮`,
  };
  return [`  ✓ ${need} → ${bank} (${product}): ${told[language]}`, ...reasons];
}

const without = {
  nothing_fits: { en: 'no product fits it', zh: '没有适合的产品' },
  passed_over: { en: 'none of its banks has room for it', zh: '所列银行均无名额或额度' },
} as const satisfies Record<string, Words<string>>;

const passedOver: Readonly<Record<PassedOver['code'], Words<(passed: PassedOver) => string>>> = {
  not_listed: { en: () => 'the bank does not take it', zh: () => '该行未将其列入' },
  no_capacity: { en: () => 'the bank brings nothing', zh: () => '该行未提供名额或额度' },
  over_amount: {
    en: ({ left }) => `larger than all that is left there, ${moneyWords(left)}`,
    zh: ({ left }) => `金额超过该行可用额度 ${moneyWords(left)}`,
  },
  quota_number: {
    en: ({ ahead }) => `the number is full with the ${ahead} that stand before it`,
    zh: ({ ahead }) => `名额已满，排名在前 ${ahead} 个`,
  },
  quota_amount: {
    en: ({ ahead, left }) => `the ${ahead} that stand before it leave ${moneyWords(left)}`,
    zh: ({ ahead, left }) => `排名在前 ${ahead} 个，剩余额度 ${moneyWords(left)}`,
  },
  overtaken: {
    en: () => 'full when its turn came; what others left later went to needs behind it',
    zh: () => '轮到时已满，其后腾出的额度由排名在后的需求递补',
  },
};

/** What is wrong with an assignment, a line each; or that nothing is. */
export function renderFaults(faults: readonly AssignmentFault[], language: Language): string {
  const fine = { en: 'Stable: no pair blocks.', zh: '配对稳定，不存在阻塞对。' };
  if (faults.length === 0) return fine[language];
  return faults
    .map(({ code, need, bank, round }) => {
      const where = [need, bank, round === undefined ? undefined : rounds[language](round)];
      const told = where.filter((one) => one !== undefined).join(', ');
      return `  ✗ ${told}: ${wrong[code][language]}`;
    })
    .join('\n');
}

const rounds: Words<(round: number) => string> = {
  en: (round) => `round ${round}`,
  zh: (round) => `第 ${round} 轮`,
};

const wrong: Readonly<Record<AssignmentFault['code'], Words<string>>> = {
  need_unknown: { en: 'there is no such need in the event', zh: '撮合会中没有该需求' },
  need_twice: { en: 'the need stands there twice', zh: '该需求出现两次' },
  bank_unknown: { en: 'there is no such bank in the event', zh: '撮合会中没有该银行' },
  unlisted: { en: 'one of the two does not list the other', zh: '双方未互相列入' },
  over_number: { en: 'the bank has more needs than it takes', zh: '该行配对数超过名额' },
  over_amount: { en: 'the bank lends more than it brings', zh: '该行配对金额超过额度' },
  worse: { en: 'a later round gave it something worse', zh: '后一轮结果劣于前一轮' },
  blocking: {
    en: 'a blocking pair: the bank had room for it and for all that stand before it',
    zh: '阻塞对：该行可容纳该需求及排名在前的全部需求',
  },
  overtaking: {
    en: 'it got the bank though a need before it did not fit',
    zh: '排名在前的需求未能容纳，不得越位',
  },
  room: {
    en: 'a blocking pair: the bank still has room for it',
    zh: '阻塞对：该行仍可容纳该需求',
  },
};
