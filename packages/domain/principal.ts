/** Who can ask, and in which roles, by the kind of their organisation. The policy table names these alone. */
export const roles = {
  firm: ['owner', 'clerk'],
  bank: ['product_manager', 'loan_officer', 'risk', 'reviewer', 'machine'],
  office: ['data', 'model', 'list_drafter', 'approver', 'auditor'],
  department: ['supplier', 'machine'],
  public: ['anyone'],
  /** `service`: our own functions · `operator`: whoever sits before the store itself, with its files and keys. */
  system: ['service', 'operator'],
} as const;
export type OrganisationKind = keyof typeof roles;
export const organisationKinds = Object.keys(roles) as readonly OrganisationKind[];
export type Role = {
  [K in OrganisationKind]: `${K}.${(typeof roles)[K][number]}`;
}[OrganisationKind];
export const allRoles = organisationKinds.flatMap((kind) =>
  roles[kind].map((role) => `${kind}.${role}` as Role),
);

/**
 * An organisation: whose something is, who is told, who reads. `organisation` is the code of a firm, the id of a
 * bank (`bank_gusu`) or of a supplier (`supplier_tax`), `city` of the office, and of whoever has none their kind.
 */
export type Party = { readonly kind: OrganisationKind; readonly organisation: string };

/** Who asks: a person or a machine, acting for an organisation. Every use-case receives it. */
export type Principal = Party & {
  /** At least one, all of the kind. */
  readonly roles: readonly Role[];
  /** The person or machine, stable and opaque: the subject of the token. */
  readonly id: string;
};

/** Our own functions, acting on what was committed. */
export const SYSTEM: Principal = {
  kind: 'system',
  organisation: 'system',
  roles: ['system.service'],
  id: 'system',
};

/** Whoever has not signed in. */
export const PUBLIC: Principal = {
  kind: 'public',
  organisation: 'public',
  roles: ['public.anyone'],
  id: 'public',
};

export const partyOf = ({ kind, organisation }: Party): Party => ({ kind, organisation });
export const sameParty = (a: Party, b: Party): boolean =>
  a.kind === b.kind && a.organisation === b.organisation;
/** As one text: `bank/bank_gusu`. */
export const nameOfParty = ({ kind, organisation }: Party) => `${kind}/${organisation}` as const;
