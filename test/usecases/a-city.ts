import type { CatalogueId } from '#domain/credit/catalogue';
import { join } from '#platform/join';
import { CODE } from '#test/support/builders';
import { memoryPorts } from '#test/support/memory-ports';
import { deliver, done, OFFICE } from '#test/support/slice';

/** A platform over memory in which one firm is registered, and a way to deliver rows about it. */
export async function aCity(told: { readonly status?: string } = {}) {
  const { ports, store } = memoryPorts();
  const platform = join(ports);
  let batches = 0;
  const rows = async (catalogue: CatalogueId, ...cells: readonly Record<string, string>[]) => {
    batches += 1;
    return deliver(
      platform,
      catalogue,
      cells.map((row) => ({ code: CODE, ...row })),
      `batch_${batches}`,
    );
  };
  await rows('enterprise-registration', {
    name: '苏州禾木精密制造有限公司',
    established_on: '2012-05-08',
    status: told.status ?? '存续',
  });
  const compare = async (catalogue: CatalogueId) =>
    done(platform.compareLists(OFFICE, { codes: [CODE], catalogue }));
  const hits = () => store.events.filter((event) => event.type === 'list_hit');
  return { ports, store, platform, rows, compare, hits };
}

export const debtorRow = {
  case_number: '(2026)苏0508执1号',
  court: '苏州市姑苏区人民法院',
  listed_on: '2026-01-10',
};

export const declaredRow = {
  kind: '资质证书',
  title: '高新技术企业',
  happened_on: '2026-01-10',
  promised: '是',
  authorised: '是',
};
