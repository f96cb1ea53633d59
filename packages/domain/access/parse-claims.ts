import { parseUnifiedCode } from '../enterprise/unified-code.ts';
import { bankId, supplierId } from '../ids.ts';
import { type Party, type Principal, type Role, roles } from '../principal.ts';
import { accept, type Outcome, refuse } from '../refusal.ts';

/** What a token says of its bearer; texts alone, since gateways flatten everything else. */
export type Claims = {
  /** The person or machine, stable and opaque. */
  readonly sub: string;
  /** `bank/bank_gusu`, as `nameOfParty` writes it. */
  readonly org: string;
  /** Names of roles without their kind, between spaces or commas: `loan_officer risk`. */
  readonly role: string;
};

/** The kinds that a token may claim: nobody signs in as the public or as the system itself. */
const claimable = ['firm', 'bank', 'office', 'department'] as const;
type Claimable = (typeof claimable)[number];

/** The city has one credit office. */
const CITY = 'city';
/** As long as OpenID Connect lets a subject be. */
const MAX_SUBJECT = 255;
/** More than any kind has. */
const MAX_ROLES = 16;

const organisations = {
  firm: (text: string) => {
    const code = parseUnifiedCode(text);
    return code.ok ? code.value : undefined;
  },
  bank: bankId,
  office: (text: string) => (text === CITY ? text : undefined),
  department: supplierId,
} as const satisfies Record<Claimable, (text: string) => string | undefined>;

/** Who a token's bearer is. Refuses: token_wrong (claims), naming the claim, never what it holds. */
export function parseClaims({ sub, org, role }: Claims): Outcome<Principal> {
  if (sub === '' || sub.length > MAX_SUBJECT) return wrong('sub');
  const party = parseParty(org);
  if (!party) return wrong('org');
  const claimed = parseRoles(party.kind, role);
  return claimed ? accept({ ...party, roles: claimed, id: sub }) : wrong('role');
}

const claimForms = {
  sub: `1..${MAX_SUBJECT} characters`,
  org: 'bank/bank_…, firm/<code>, department/supplier_…, office/city',
  role: 'roles of that kind of organisation',
} as const;

const wrong = (claim: keyof Claims) =>
  refuse('token_wrong', { field: claim, expected: claimForms[claim], actual: 'claims' });

function parseParty(org: string): (Party & { readonly kind: Claimable }) | undefined {
  const slash = org.indexOf('/');
  const kind = claimable.find((known) => known === org.slice(0, slash));
  const organisation = kind && organisations[kind](org.slice(slash + 1));
  return kind && organisation ? { kind, organisation } : undefined;
}

/** HTTP API hands a list on as `[a b]`. One role that the kind has not spoils them all. */
function parseRoles(kind: Claimable, text: string): readonly Role[] | undefined {
  const names = text
    .replace(/^\[(.*)\]$/, '$1')
    .split(/[\s,]+/)
    .filter(Boolean);
  if (names.length === 0 || names.length > MAX_ROLES) return undefined;
  const known: readonly string[] = roles[kind];
  if (!names.every((name) => known.includes(name))) return undefined;
  return [...new Set(names)].map((name) => `${kind}.${name}` as Role);
}
