import type { DataCategory } from '#domain/consent/data-categories';
import type { ReadPurpose } from '#domain/consent/purposes';
import {
  type Access,
  type AccessAction,
  type AccessField,
  categoriesOf,
} from '#domain/ledger/access';
import { type Principal, partyOf } from '#domain/principal';
import type { RefusalCode } from '#domain/refusal';
import { sortedJson } from '#domain/sorted-json';
import type { Instant } from '#domain/time';
import { announce } from './announce.ts';
import type { Asked } from './disclose.ts';
import type { Permit } from './permit-read.ts';
import type { Commit, Ports } from './ports.ts';

export type Given = {
  readonly fields: readonly AccessField[];
  readonly records: number;
  readonly versions: Readonly<Record<string, string>>;
  readonly content: unknown;
};

/** The line of the ledger for one try, with its event. */
export function lineOf(
  ports: Ports,
  of: {
    readonly asker: Principal;
    readonly action: AccessAction;
    readonly input: Asked;
    readonly now: Instant;
    readonly purpose: ReadPurpose | undefined;
    readonly asked: readonly DataCategory[];
    readonly permit: Permit;
    readonly result: Given | RefusalCode;
  },
): Commit {
  const { asker, action, input, now, purpose, asked, permit, result } = of;
  const refused = typeof result === 'string';
  const fields = refused ? [] : [...new Set(result.fields)].toSorted();
  const value: Access = {
    id: `access_${ports.newEventId()}`,
    at: now,
    code: input.code,
    reader: partyOf(asker),
    person: asker.id,
    roles: asker.roles,
    action,
    ...(purpose && { purpose }),
    ...(input.under && { consent: input.under.consent }),
    ...(permit.consentHash !== undefined && { consentHash: permit.consentHash }),
    categories: categoriesOf(asked, fields),
    fields,
    records: refused ? 0 : result.records,
    result: refused ? result : 'given',
    ...(!refused && { resultHash: ports.digest(sortedJson(result.content)) }),
    versions: refused ? {} : result.versions,
  };
  return {
    changes: [{ kind: 'access', value, expected: 0 }],
    events: [
      announce(ports, asker, {
        type: 'firm_data_read',
        access: value.id,
        code: value.code,
        result: value.result,
      }),
    ],
  };
}
