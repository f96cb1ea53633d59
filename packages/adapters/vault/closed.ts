import type { Vault } from '#usecases/ports';

const refuse = async (): Promise<never> => {
  throw new Error('This process has no key to personal data: see VAULT_KEY_ID and VAULT_KEY_FILE.');
};

/** Of a process that was given no key: it can neither seal nor open. */
export const closedVault: Vault = { lock: refuse, hashOf: refuse, seal: refuse, open: refuse };
