import type {
  BankId,
  BatchId,
  CaseId,
  ConsentId,
  CreditDecisionId,
  NeedId,
  OutcomeId,
  ProductId,
  ProductVersionId,
  SupplierId,
  UnifiedCode,
  VerificationId,
} from '#domain/ids';
import type { SeenNeed } from '#domain/need/masked-need';
import type { Party } from '#domain/principal';
import type { ProductTerms } from '#domain/product/product';
import type { Refusal } from '#domain/refusal';
import type { NeedEdit } from '#usecases/edit-need';
import type { Kept, Kind, Ports } from '#usecases/ports';
import { latestVersion } from '#usecases/put-product';

const firm = (code: UnifiedCode): readonly Party[] => [{ kind: 'firm', organisation: code }];
const department = (supplier: SupplierId): readonly Party[] => [
  { kind: 'department', organisation: supplier },
];
const bank = (id: string): readonly Party[] => [{ kind: 'bank', organisation: id }];
/** A consent is its firm's and its recipient's; nobody else hears that there is one. */
const partiesOf = ({
  code,
  recipient,
}: Pick<Kept['consent'], 'code' | 'recipient'>): readonly Party[] => [...firm(code), recipient];
const none = (field: string, actual: string): Refusal => ({ code: 'not_found', field, actual });

/** Whose things are, for the policy table: everything that belongs to an organisation, by how it is asked for. */
export const ownersIn = ({ store }: Ports) => {
  const kept =
    <K extends Kind, Id extends string>(
      kind: K,
      of: (value: Kept[K]) => readonly Party[],
      get: (id: Id) => ReturnType<typeof store.get<K>>,
    ) =>
    async (id: Id) => {
      const found = await get(id);
      return found && of(found.value);
    };
  const need = kept<'need', NeedId>(
    'need',
    ({ code }) => firm(code),
    (id) => store.get('need', id),
  );
  const aCase = kept<'case', CaseId>(
    'case',
    ({ code }) => firm(code),
    (id) => store.get('case', id),
  );
  const batch = kept<'batch', BatchId>(
    'batch',
    ({ supplier }) => department(supplier),
    (id) => store.get('batch', id),
  );
  /** Of its latest version: a draft has taken the id too. */
  const product = kept<'productVersion', ProductId>(
    'productVersion',
    (value) => bank(value.bank.id),
    (id) => latestVersion({ store }, id),
  );
  const productVersion = kept<'productVersion', ProductVersionId>(
    'productVersion',
    (value) => bank(value.bank.id),
    (id) => store.get('productVersion', id),
  );
  const consent = kept<'consent', ConsentId>('consent', partiesOf, (id) =>
    store.get('consent', id),
  );
  const outcome = kept<'outcome', OutcomeId>(
    'outcome',
    (value) => bank(value.bank),
    (id) => store.get('outcome', id),
  );
  const decision = kept<'decision', CreditDecisionId>(
    'decision',
    (value) => bank(value.bank),
    (id) => store.get('decision', id),
  );
  return {
    firmOf: {
      of: (code: UnifiedCode) => firm(code),
      absent: (code: UnifiedCode) => none('enterprise', code),
    },
    firmIn: {
      of: ({ code }: { readonly code: UnifiedCode }) => firm(code),
      absent: ({ code }: { readonly code: UnifiedCode }) => none('enterprise', code),
    },
    needFound: {
      // What is masked is told to banks alone, and belongs to nobody whom they could tell.
      found: ({ value }: { readonly value: SeenNeed }) => ('code' in value ? firm(value.code) : []),
      absent: (id: NeedId) => none('need', id),
    },
    need: { kept: need, absent: (id: NeedId) => none('need', id) },
    needIn: {
      kept: ({ need: id }: { readonly need: NeedId }) => need(id),
      absent: ({ need: id }: { readonly need: NeedId }) => none('need', id),
    },
    needToBe: {
      of: ({ code }: { readonly code: UnifiedCode }) => firm(code),
      kept: ({ id }: { readonly id: NeedId }) => need(id),
      absent: ({ code }: { readonly code: UnifiedCode }): Refusal => ({
        code: 'enterprise_unknown',
        field: 'code',
        actual: code,
      }),
    },
    needToEdit: {
      of: ({ terms: { code } }: NeedEdit) => firm(code),
      kept: ({ terms: { id } }: NeedEdit) => need(id),
      absent: ({ terms: { code } }: NeedEdit): Refusal => ({
        code: 'enterprise_unknown',
        field: 'code',
        actual: code,
      }),
    },
    caseFound: {
      found: ({ value }: { readonly value: { readonly code: UnifiedCode } }) => firm(value.code),
      absent: (id: CaseId) => none('case', id),
    },
    case: {
      kept: aCase,
      absent: (id: CaseId) => none('case', id),
    },
    caseToBe: {
      of: ({ code }: { readonly code: UnifiedCode }) => firm(code),
      kept: ({ id }: { readonly id: CaseId }) => aCase(id),
      absent: ({ record }: { readonly record: string }) => none('record', record),
    },
    verificationFound: {
      found: ({ value }: { readonly value: { readonly code: UnifiedCode } }) => firm(value.code),
      absent: (id: VerificationId) => none('verification', id),
    },
    batchFound: {
      found: ({ supplier }: { readonly supplier: SupplierId }) => department(supplier),
      absent: (id: BatchId) => none('batch', id),
    },
    batchRows: {
      kept: ({ batch: id }: { readonly batch: BatchId }) => batch(id),
      absent: ({ batch: id }: { readonly batch: BatchId }) => none('batch', id),
    },
    batchToBe: {
      of: ({ supplier }: { readonly supplier: SupplierId }) => department(supplier),
      kept: ({ id }: { readonly id: BatchId }) => batch(id),
      absent: ({ supplier }: { readonly supplier: SupplierId }) => none('supplier', supplier),
    },
    supplierIn: {
      of: ({ supplier }: { readonly supplier: SupplierId }) => department(supplier),
      absent: ({ supplier }: { readonly supplier: SupplierId }) => none('supplier', supplier),
    },
    supplier: {
      of: (id: SupplierId) => department(id),
      absent: (id: SupplierId) => none('supplier', id),
    },
    productToBe: {
      of: ({ product: { bank: owner } }: { readonly product: ProductTerms }) => bank(owner.id),
      kept: ({ product: { id } }: { readonly product: ProductTerms }) => product(id),
      absent: ({ product: { bank: owner } }: { readonly product: ProductTerms }) =>
        none('bank', owner.id),
    },
    productIn: {
      kept: ({ product: id }: { readonly product: ProductId }) => product(id),
      absent: ({ product: id }: { readonly product: ProductId }) => none('product', id),
    },
    productVersionIn: {
      kept: ({ id }: { readonly id: ProductVersionId }) => productVersion(id),
      absent: ({ id }: { readonly id: ProductVersionId }) => none('product', id),
    },
    productsOf: {
      of: ({ bank: id }: { readonly bank?: BankId }) => (id === undefined ? [] : bank(id)),
      absent: ({ bank: id = 'bank' }: { readonly bank?: string }) => none('bank', id),
    },
    decisionFound: {
      found: ({ value }: { readonly value: Pick<Kept['decision'], 'bank'> }) => bank(value.bank),
      absent: (id: CreditDecisionId) => none('decision', id),
    },
    decisionToBe: {
      of: (report: Pick<Kept['decision'], 'bank'>) => bank(report.bank),
      kept: ({ id }: { readonly id: CreditDecisionId }) => decision(id),
      absent: (report: Pick<Kept['decision'], 'bank'>) => none('bank', report.bank),
    },
    bankIn: {
      of: ({ bank: id }: { readonly bank: BankId }) => bank(id),
      absent: ({ bank: id }: { readonly bank: BankId }) => none('bank', id),
    },
    outcomeFound: {
      found: ({ value }: { readonly value: Pick<Kept['outcome'], 'bank'> }) => bank(value.bank),
      absent: (id: OutcomeId) => none('outcome', id),
    },
    outcomeToBe: {
      of: (report: Pick<Kept['outcome'], 'bank'>) => bank(report.bank),
      kept: ({ id }: { readonly id: OutcomeId }) => outcome(id),
      absent: (report: Pick<Kept['outcome'], 'bank'>) => none('bank', report.bank),
    },
    consentFound: {
      found: ({ value }: { readonly value: Pick<Kept['consent'], 'code' | 'recipient'> }) =>
        partiesOf(value),
      absent: (id: ConsentId) => none('consent', id),
    },
    receiptFound: {
      found: ({ parties }: { readonly parties: readonly Party[] }) => parties,
      absent: (id: ConsentId) => none('consent', id),
    },
    consent: { kept: consent, absent: (id: ConsentId) => none('consent', id) },
    consentIn: {
      kept: ({ id }: { readonly id: ConsentId }) => consent(id),
      absent: ({ id }: { readonly id: ConsentId }) => none('consent', id),
    },
    consentAsked: {
      of: ({ recipient }: { readonly recipient: Party }) => [recipient],
      kept: ({ id }: { readonly id: ConsentId }) => consent(id),
      absent: ({ recipient }: { readonly recipient: Party }) =>
        none(recipient.kind, recipient.organisation),
    },
    consentGranted: {
      of: ({ code }: { readonly code: UnifiedCode }) => firm(code),
      kept: ({ id }: { readonly id: ConsentId }) => consent(id),
      absent: ({ code }: { readonly code: UnifiedCode }): Refusal => ({
        code: 'enterprise_unknown',
        field: 'code',
        actual: code,
      }),
    },
    reader: {
      of: ({ reader }: { readonly reader: Party }) => [reader],
      absent: ({ reader }: { readonly reader: Party }) => none(reader.kind, reader.organisation),
    },
    recipient: {
      of: ({ to }: { readonly to: Party }) => [to],
      absent: ({ to }: { readonly to: Party }) => none(to.kind, to.organisation),
    },
  };
};
