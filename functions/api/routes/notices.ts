import { partyOf } from '#domain/principal';
import { answer, asking, no, type Operation } from '../operation.ts';
import { byTime, paged, pageOf, pagingOf } from '../paging.ts';
import { codeRefusals, pathCode } from '../parse-asked.ts';

const tag = 'Notices';
const paging = pagingOf(byTime('notice'));
export const notices: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/notices',
    operationId: 'listNotices',
    action: 'listNotices',
    tag,
    summary: 'What the organisation of whoever asks is to be told, newest first',
    query: paging,
    answers: { pageOf: 'Notice' },
    refuses: [],
    handle: async (platform, { asker, query }) =>
      answer(
        await platform.listNotices(asker, { ...pageOf(query), to: partyOf(asker) }),
        (found) => ({ value: paged(found) }),
      ),
  }),
  asking({
    method: 'GET',
    path: '/v1/enterprises/{code}/notices',
    operationId: 'listNoticesOfEnterprise',
    action: 'listNotices',
    tag,
    summary: 'What a firm is to be told, newest first',
    query: paging,
    answers: { pageOf: 'Notice' },
    refuses: codeRefusals,
    handle: async (platform, { asker, id, query }) => {
      const firm = pathCode(id);
      if (!firm.ok) return no(firm);
      const to = { kind: 'firm', organisation: firm.value } as const;
      return answer(await platform.listNotices(asker, { ...pageOf(query), to }), (found) => ({
        value: paged(found),
      }));
    },
  }),
];
