import { expect, test } from 'vitest';
import type * as z from 'zod';
import { ownerClaim, verifyOwner } from '#cli/demo/verify-owner';
import { identityClaimSchema } from '#platform/schemas/identity';
import { CODE } from '#test/support/builders';

/** A platform that says so much of each request, the last for ever. */
function answering(...statuses: readonly string[]) {
  const asked: unknown[] = [];
  const put = async <Schema extends z.ZodType>(path: string, body: unknown, schema: Schema) => {
    asked.push({ path, body });
    return schema.parse({ status: statuses[Math.min(asked.length, statuses.length) - 1] });
  };
  return { asked, client: { put } };
}

test('what an owner says of themselves is lawful, and the same each time', () => {
  const claim = ownerClaim(CODE);
  expect(identityClaimSchema.omit({ code: true }).safeParse(claim).success).toBe(true);
  expect(ownerClaim(CODE)).toEqual(claim);
  expect(ownerClaim('91320508MA0000269X').idNumber).not.toBe(claim.idNumber);
});

test.each([
  [['verified'], true, 1],
  [['requested', 'verified'], true, 2],
  [['rejected'], false, 1],
  [['requested'], false, 3],
])('%j: verified %s after %i requests', async (statuses, is, times) => {
  const { client, asked } = answering(...statuses);
  expect(await verifyOwner(client, CODE)).toBe(is);
  expect(asked).toHaveLength(times);
  expect(asked[0]).toMatchObject({ path: `/v1/enterprises/${CODE}/identity` });
});
