import * as z from 'zod';

export type Json = Readonly<Record<string, unknown>>;

/**
 * The JSON schema of what is sent: the side before transforms. A schema that bears an id stands among the components
 * (it may hold itself), and is referred to.
 */
export function schemaOf(schema: z.ZodType | undefined): Json {
  const { $schema: _, $defs: __, ...json } = schema ? z.toJSONSchema(schema, { io: 'input' }) : {};
  return referring.parse(
    JSON.parse(JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/')),
  );
}

const referring = z.record(z.string(), z.unknown());

/** Schemas that refer to each other by name. */
export function componentsOf(named: Readonly<Record<string, z.ZodType>>) {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
}
