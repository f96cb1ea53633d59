import * as z from 'zod';
import type { Recipient } from '#domain/notice/notice';
import { answer, asking, no, type Operation } from '../operation.ts';
import { byTime, paged, pageOf, pagingOf } from '../paging.ts';
import { codeRefusals, pathCode } from '../parse-asked.ts';

const tag = 'Notices';
const paging = pagingOf(byTime('notice'));
const recipient = z
  .string()
  .regex(/^(office|bank|firm|department|system|public)\/.{1,200}$/u)
  .meta({ description: 'Kind and id: `bank/bank_gusu`. Whoever asks, unless told.' });

export const notices: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/notices',
    operationId: 'listNotices',
    tag,
    summary: 'What somebody is to be told, newest first',
    description:
      'Until there is sign-in, the office reads the notices of everyone: `to` names the recipient.',
    query: paging.extend({ to: recipient.exactOptional() }),
    answers: { pageOf: 'Notice' },
    refuses: ['not_in_list'],
    handle: async (platform, { asker, query: { to, ...page } }) =>
      answer(
        await platform.listNotices(asker, {
          ...pageOf(page),
          to: to === undefined ? asker : recipientOf(to),
        }),
        (found) => ({ value: paged(found) }),
      ),
  }),
  asking({
    method: 'GET',
    path: '/v1/enterprises/{code}/notices',
    operationId: 'listNoticesOfEnterprise',
    tag,
    summary: 'What a firm is to be told, newest first',
    query: paging,
    answers: { pageOf: 'Notice' },
    refuses: codeRefusals,
    handle: async (platform, { asker, id, query }) => {
      const firm = pathCode(id);
      if (!firm.ok) return no(firm);
      const to = { kind: 'firm', id: firm.value } as const;
      return answer(await platform.listNotices(asker, { ...pageOf(query), to }), (found) => ({
        value: paged(found),
      }));
    },
  }),
];

/** The schema has seen the kind. */
const recipientOf = (text: string): Recipient => {
  const at = text.indexOf('/');
  return { kind: text.slice(0, at) as Recipient['kind'], id: text.slice(at + 1) };
};
