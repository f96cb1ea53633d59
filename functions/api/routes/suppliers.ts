import { supplierId } from '#domain/ids';
import { supplierSchema } from '#platform/schemas/supplier';
import { answer, asking, no, type Operation } from '../operation.ts';
import { byId, byTime, paged, pageOf, pagingOf } from '../paging.ts';
import { bodyUnder, pathId } from '../parse-asked.ts';

const tag = 'Suppliers';
const path = '/v1/suppliers/{id}';

export const suppliers: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/suppliers',
    operationId: 'listSuppliers',
    action: 'listSuppliers',
    tag,
    summary: 'Registered suppliers by id',
    query: pagingOf(byId('supplier')),
    answers: { pageOf: 'Supplier' },
    refuses: [],
    handle: async (platform, { asker, query }) =>
      answer(await platform.listSuppliers(asker, pageOf(query)), (page) => ({
        value: paged(page),
      })),
  }),
  {
    method: 'GET',
    path,
    operationId: 'readSupplier',
    action: 'readSupplier',
    tag,
    summary: 'One supplier and what it has to deliver',
    answers: { one: 'Supplier' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id }) => {
      const supplier = pathId(supplierId, id, 'supplier');
      return supplier.ok
        ? answer(await platform.readSupplier(asker, supplier.value), (kept) => kept)
        : no(supplier);
    },
  },
  {
    method: 'PUT',
    path,
    operationId: 'putSupplier',
    action: 'putSupplier',
    tag,
    summary: 'Register a supplier with its duties, or change it',
    description:
      'The same supplier again changes nothing. Its duties hold for every period measured from then on.',
    body: supplierSchema,
    creates: true,
    answers: { one: 'Supplier' },
    refuses: ['id_wrong', 'id_differs'],
    handle: async (platform, { asker, id, body }) => {
      const supplier = bodyUnder(pathId(supplierId, id, 'supplier'), supplierSchema, body);
      if (!supplier.ok) return supplier;
      const written = await platform.putSupplier(asker, supplier.value);
      return answer(written, ({ value, version, created }) => ({
        value,
        version,
        ...(created && { createdAt: `/v1/suppliers/${value.id}` }),
      }));
    },
  },
  asking({
    method: 'GET',
    path: '/v1/suppliers/{id}/batches',
    operationId: 'listBatchesOfSupplier',
    action: 'listBatchesOfSupplier',
    tag,
    summary: 'The batches of a supplier, newest first',
    query: pagingOf(byTime('batch')),
    answers: { pageOf: 'Batch' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id, query }) => {
      const supplier = pathId(supplierId, id, 'supplier');
      if (!supplier.ok) return no(supplier);
      const found = await platform.listBatchesOfSupplier(asker, {
        ...pageOf(query),
        supplier: supplier.value,
      });
      return answer(found, (page) => ({ value: paged(page) }));
    },
  }),
];
