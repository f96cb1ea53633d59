import * as z from 'zod';
import { checkCharacterOf } from '#domain/personal/id-number';
import { createChance } from './chance.ts';
import type { Client } from './client.ts';

const identityAnswer = z.object({
  status: z.enum(['requested', 'verified', 'rejected', 'expired']),
});
/** A provider may leave somebody open at first. */
const MOST_TRIES = 3;
const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗'];
const givenNames = ['晓岚', '建国', '雨桐', '志远', '思敏', '文博', '佳怡', '海峰', '若曦', '明哲'];

/** What the owner of a firm says of themselves; nobody has this number, since no district is numbered 0000. */
export function ownerClaim(code: string) {
  const chance = createChance(0, 'owner', code);
  const two = (low: number, high: number) => String(chance.whole(low, high)).padStart(2, '0');
  const digits = `320000${chance.whole(1960, 1999)}${two(1, 12)}${two(1, 28)}${chance.whole(100, 999)}`;
  return {
    name: chance.pick(surnames) + chance.pick(givenNames),
    idNumber: digits + checkCharacterOf(digits),
    phone: `199${chance.whole(10_000_000, 99_999_999)}`,
    method: 'registry_match',
  };
}

/** Has whoever asks verified for a firm, and answers whether they are. The same again changes nothing. */
export async function verifyOwner(client: Pick<Client, 'put'>, code: string): Promise<boolean> {
  const claim = ownerClaim(code);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { status } = await client.put(`/v1/enterprises/${code}/identity`, claim, identityAnswer);
    if (status !== 'requested') return status === 'verified';
  }
  return false;
}
