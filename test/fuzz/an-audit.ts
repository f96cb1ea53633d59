import {
  type AttributeValue,
  DeleteItemCommand,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { SYSTEM } from '#domain/principal';
import type { Instant } from '#domain/time';
import { dateOf } from '#domain/time';
import { join } from '#platform/join';
import { productTerms } from '#test/support/builders';
import { engineStore } from '#test/support/engine-store';
import { anOfficer } from '#test/support/principals';
import { done, liveThroughTheSlice, OFFICE, slicePorts } from '#test/support/slice';
import type { AuditVerification } from '#usecases/verify-audit';

export type RawItem = Readonly<Record<string, AttributeValue>>;

export type AnAudit = {
  readonly items: readonly RawItem[];
  readonly verify: () => Promise<AuditVerification>;
  /** Does another item lie under these keys? To write there would change two items. */
  readonly isTaken: (there: RawItem, original: RawItem) => boolean;
  /** What is found while something else lies there than was written; nothing = the item is gone. */
  readonly verifyWith: (original: RawItem, there?: RawItem) => Promise<AuditVerification>;
  readonly stop: () => Promise<void>;
};

/** The slice lived through on the real engine on 2 March, more on the three days after; two days are sealed. */
export async function anAudit(): Promise<AnAudit> {
  const { store, client, tableName, stop } = await engineStore();
  await liveThroughTheSlice(store);
  let now = '2026-03-02T01:00:00.000Z' as Instant;
  const ports = { ...slicePorts(store), now: () => now, today: () => dateOf(now) };
  const platform = join(ports);
  for (const [day, name] of [
    ['2026-03-03', '税易贷二号'],
    ['2026-03-05', '税易贷三号'],
  ]) {
    now = `${day}T02:00:00.000Z` as Instant;
    await done(platform.putProduct(OFFICE, { product: productTerms({ name: name ?? '' }) }));
    await done(platform.withdrawNeed(OFFICE, 'need_slice'));
  }
  now = '2026-03-05T02:30:00.000Z' as Instant;
  await done(platform.checkpointAudit(SYSTEM, {}));
  const verify = () => done(platform.verifyAudit(anOfficer('office.auditor'), {}));
  const put = async (Item: RawItem) => {
    await client.send(new PutItemCommand({ TableName: tableName, Item }));
  };
  const remove = async ({ pk, sk }: RawItem) => {
    if (!pk || !sk) throw new Error('An item has both keys.');
    await client.send(new DeleteItemCommand({ TableName: tableName, Key: { pk, sk } }));
  };
  const items = await auditItems();
  return {
    items,
    isTaken: (there, original) => items.some((item) => item !== original && sameKeys(item, there)),
    verify,
    verifyWith: async (original, there) => {
      const isMoved = !there || !sameKeys(there, original);
      if (isMoved) await remove(original);
      if (there) await put(there);
      const verification = await verify();
      if (isMoved && there) await remove(there);
      await put(original);
      return verification;
    },
    stop,
  };

  async function auditItems(): Promise<readonly RawItem[]> {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName: tableName,
        FilterExpression: 'begins_with(pk, :audit)',
        ExpressionAttributeValues: { ':audit': { S: 'AUDIT#' } },
      }),
    );
    if (LastEvaluatedKey) throw new Error('The audit of the test is read in one page.');
    return Items;
  }
}

const sameKeys = (a: RawItem, b: RawItem) => a['pk']?.S === b['pk']?.S && a['sk']?.S === b['sk']?.S;

/** Which stream and number, or which day, lies in an item, by its primary key. */
export function placeOfItem({ pk, sk }: RawItem): string {
  const partition = pk?.S ?? '';
  return partition === 'AUDIT#CHECKPOINTS'
    ? `checkpoint ${sk?.S}`
    : `${partition.slice('AUDIT#'.length)} ${Number(sk?.S)}`;
}

/** Likewise what a verification calls broken. */
export const placeBroken = ({
  firstBroken,
}: Pick<AuditVerification, 'firstBroken'>): string | undefined =>
  firstBroken &&
  (firstBroken.stream === undefined
    ? `checkpoint ${firstBroken.day}`
    : `${firstBroken.stream} ${firstBroken.seq}`);
