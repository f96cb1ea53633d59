import type { Enterprise } from '#domain/enterprise/enterprise';
import type { IdentityReason } from '#domain/identity/identity';
import type { UnifiedCode } from '#domain/ids';
import { isIdNumber } from '#domain/personal/id-number';
import type { IdentityProvider } from '#usecases/ports';
import { digest } from '../system/digest.ts';

const PROVIDER = 'registry-match';
/** One number in so many takes a second look, so that whoever asks meets it. */
const SECOND_LOOK_IN = 8;
const LICENCE = /^EL-([0-9A-Z]{18})-\d{6}$/;

/**
 * Stands in for a provider on one machine and behaves like one: compares with the registration that is kept, leaves
 * some numbers open until it is asked again under its reference, and cannot always be reached. Keeps and logs
 * nothing of what it gets. An electronic licence shows `EL-<code>-<six digits>`.
 */
export function registryMatch(world: {
  readonly enterpriseOf: (code: UnifiedCode) => Promise<Enterprise | undefined>;
  readonly isReachable?: () => boolean;
}): IdentityProvider {
  const { enterpriseOf, isReachable = () => true } = world;
  return {
    verify: async (claim) => {
      if (!isReachable()) return { outcome: 'unreachable' };
      const { code, idNumber, name, method, licence } = claim;
      const trace = digest(`${code} ${name} ${idNumber} ${method}`);
      const reference = `rm-${trace.slice(0, 24)}`;
      const enterprise = await enterpriseOf(code);
      const reasons: IdentityReason[] = [];
      if (!enterprise) reasons.push('enterprise_unknown');
      else {
        if (enterprise.status === 'cancelled' || enterprise.status === 'revoked')
          reasons.push('enterprise_not_operating');
        if (plain(enterprise.name) !== plain(claim.enterpriseName))
          reasons.push('enterprise_name_differs');
      }
      if (!isIdNumber(idNumber)) reasons.push('person_unknown');
      if (method === 'electronic_licence' && LICENCE.exec(licence ?? '')?.[1] !== code)
        reasons.push('licence_wrong');
      if (reasons.length > 0)
        return { outcome: 'rejected', provider: PROVIDER, reference, reasons };
      const takesLook = Number.parseInt(trace.slice(0, 6), 16) % SECOND_LOOK_IN === 0;
      if (takesLook && claim.reference !== reference)
        return { outcome: 'pending', provider: PROVIDER, reference };
      return { outcome: 'verified', provider: PROVIDER, reference };
    },
  };
}

/** Names are one whatever their width, blanks and brackets. */
const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');
