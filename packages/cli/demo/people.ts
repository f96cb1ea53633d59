import { type OrganisationKind, type Role, roles } from '#domain/principal';
import { kindWords, roleWords } from '#platform/role-words';
import { banks } from './bank.ts';
import { type Chance, createChance } from './chance.ts';
import type { City } from './city.ts';
import { suppliersOf } from './department.ts';

/** Somebody of the demo city who can sign in. All are made up. */
export type DemoPerson = {
  /** Named by what a token says of them: `bank/bank_cangmei:loan_officer`. */
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly organisation: string;
  readonly name: string;
  readonly role: { readonly zh: string; readonly en: string };
};

/** A system that signs in by a secret of its own. */
export type DemoMachine = { readonly id: string; readonly person: string; readonly about: string };

type Signable = 'office' | 'bank' | 'department' | 'firm';
type RoleName<Kind extends Signable> = (typeof roles)[Kind][number];

/** The name of whoever has this role there. */
export const personOf = <Kind extends Signable>(
  kind: Kind,
  organisation: string,
  role: RoleName<Kind>,
): string => `${kind}/${organisation}:${role}`;

export const OFFICE = 'city';
/** Banks that have somebody for every role; of the others, whoever lists products and whoever lends. */
const WHOLE_BANKS = 3;
/** Firms that the page of people names; any other signs in by its code. */
const NAMED_FIRMS = 6;
/** 逢办必查: who grants licences asks before each. */
const LIST_CHECKER = 'supplier_approvals';

const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗'];
const givenNames = [
  ...['晓岚', '建国', '雨桐', '志远', '思敏', '文博', '佳怡', '海峰', '若曦', '国强'],
  ...['明哲', '秀兰', '子涵', '立新', '婉清', '永康', '静雯', '俊杰', '雅楠', '振华'],
];

export function peopleOf(city: City): readonly DemoPerson[] {
  const chance = createChance(city.seed, 'people');
  const of = <Kind extends Signable>(
    kind: Kind,
    organisation: string,
    name: string,
    names: readonly RoleName<Kind>[],
  ) => names.map((role) => person(chance, { kind, organisation, name, role }));
  const named = [...new Set(city.asked.map(({ code }) => code))].slice(0, NAMED_FIRMS);
  const firms = new Map(city.population.map(({ code, name }) => [code, name]));
  return [
    ...of('office', OFFICE, '市信用办', roles.office),
    ...banks
      .slice(0, city.banks)
      .flatMap(({ id, name }, place) =>
        of(
          'bank',
          id,
          name,
          place < WHOLE_BANKS
            ? ['product_manager', 'loan_officer', 'risk', 'reviewer']
            : ['product_manager', 'loan_officer'],
        ),
      ),
    ...suppliersOf(city.deliveries).flatMap(({ id, name }) =>
      of('department', id, name, ['supplier']),
    ),
    ...named.flatMap((code) => of('firm', code, firms.get(code) ?? code, roles.firm)),
  ];
}

function person(
  chance: Chance,
  {
    kind,
    organisation,
    name,
    role,
  }: { kind: Signable; organisation: string; name: string; role: RoleName<Signable> },
): DemoPerson {
  return {
    id: `${kind}/${organisation}:${role}`,
    kind,
    organisation: name,
    name: chance.pick(surnames) + chance.pick(givenNames),
    role: roleWords[`${kind}.${role}` as Role],
  };
}

export function machinesOf(city: City): readonly DemoMachine[] {
  const machine = (kind: 'bank' | 'department', organisation: string, name: string) => ({
    id: `machine-${organisation}`,
    person: personOf(kind, organisation, 'machine'),
    about: `${name} ${kindWords[kind].zh}系统`,
  });
  return [
    ...banks.slice(0, city.banks).map(({ id, name }) => machine('bank', id, name)),
    ...suppliersOf(city.deliveries).map(({ id, name }) => machine('department', id, name)),
    {
      id: 'machine-list-check',
      person: personOf('department', LIST_CHECKER, 'machine'),
      about: '逢办必查 list check',
    },
  ];
}
