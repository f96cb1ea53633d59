import * as z from 'zod';
import type { ProfileEntry } from '#domain/credit/profile';
import type { RecordId, UnifiedCode } from '#domain/ids';
import type { KeptProfile, ProfileChange } from '#usecases/ports';
import type { Item } from './item.ts';
import { profileAttribute, profileKey, recordOfAttribute } from './profile-keys.ts';
import { severity, standing, validity } from './schemas/credit.ts';
import { catalogueId, count, day } from './schemas/values.ts';

const entrySchema = z.object({
  catalogue: catalogueId,
  occurredOn: day,
  severity,
  validity,
  ...standing,
  lines: count.exactOptional(),
  amount: z.int().exactOptional(),
  list: z.string().exactOptional(),
  firm: z
    .object({ name: z.string(), status: z.string(), district: z.string().exactOptional() })
    .exactOptional(),
}) satisfies z.ZodType<ProfileEntry>;

/** A firm's profile from its item, if there is one; what lies in it is parsed as every item is. */
export function parseProfile(code: UnifiedCode, item: Item = {}): KeptProfile {
  const entries: Record<RecordId, ProfileEntry> = {};
  for (const [name, value] of Object.entries(item))
    if (name.includes('/'))
      entries[recordOfAttribute(code, name)] = entrySchema.parse(JSON.parse(String(value)));
  return { revision: Number(item['revision'] ?? 0), entries };
}

/** Moves the counter and sets the entries, whatever else is written to the firm at the same moment. */
export function profileUpdate(tableName: string, { code, entries }: ProfileChange) {
  const names: Record<string, string> = { '#revision': 'revision' };
  const values: Record<string, unknown> = { ':one': 1 };
  const sets = Object.entries(entries).map(([id, entry], index) => {
    names[`#e${index}`] = profileAttribute(id as RecordId);
    values[`:e${index}`] = JSON.stringify(entry);
    return `#e${index} = :e${index}`;
  });
  return {
    Update: {
      TableName: tableName,
      Key: profileKey(code),
      UpdateExpression: `ADD #revision :one${sets.length > 0 ? ` SET ${sets.join(', ')}` : ''}`,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    },
  };
}
