import type { Outcome } from '#domain/refusal';
import { cardActivationSchema } from '#platform/schemas/card-draft';
import { parseBody } from '#platform/schemas/parse';
import { answer, no, type Operation } from '../operation.ts';
import { pathId } from '../parse-asked.ts';

type Told = Pick<Operation, 'operationId' | 'action' | 'summary' | 'refuses'> & {
  readonly place: string;
  readonly description?: string;
};
type Moving<Id> = (
  platform: Parameters<Operation['handle']>[0],
  asker: Parameters<Operation['handle']>[1]['asker'],
  id: Id,
) => Promise<Outcome<object>>;

/** The steps by which versions of cards and of segment rules go through their registry. */
export function registrySteps<Id extends string>({
  path,
  tag,
  shape,
  idOf,
  kind,
}: {
  readonly path: `/v1/${string}`;
  readonly tag: Operation['tag'];
  readonly shape: string;
  readonly idOf: (text: string) => Id | undefined;
  readonly kind: string;
}) {
  const moved = async (text: string, move: (id: Id) => Promise<Outcome<object>>) => {
    const id = pathId(idOf, text, kind);
    return id.ok ? answer(await move(id.value), (value) => ({ value })) : no(id);
  };
  const frame = ({ place, ...told }: Told) => ({
    ...told,
    method: 'PUT' as const,
    path: `${path}/${place}` as const,
    tag,
    answers: { one: shape },
  });
  return {
    /** Takes nothing but the version's id. */
    step: (told: Told, move: Moving<Id>): Operation => ({
      ...frame(told),
      handle: (platform, { asker, id }) => moved(id, (version) => move(platform, asker, version)),
    }),
    /** Takes the first day on which the version counts. */
    activation: (
      told: Told,
      move: (
        ...asked: [
          ...Parameters<Moving<Id>>,
          from: ReturnType<typeof cardActivationSchema.parse>['from'],
        ]
      ) => Promise<Outcome<object>>,
    ): Operation => ({
      ...frame(told),
      body: cardActivationSchema,
      handle: async (platform, { asker, id, body }) => {
        const begins = parseBody(cardActivationSchema, body);
        if (!begins.ok) return begins;
        return moved(id, (version) => move(platform, asker, version, begins.value.from));
      },
    }),
  };
}
