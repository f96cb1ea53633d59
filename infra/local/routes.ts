import { type Authorize, authorizerOf } from './authorizer.ts';
import type { Invoke, LocalFunction } from './functions.ts';
import type { RouteMatch } from './http-payload.ts';
import type { Resource, Template } from './template.ts';

export type Route = {
  readonly key: string;
  readonly method: string;
  readonly path: RegExp;
  /** Literal characters: of two routes that fit, the more literal one answers. */
  readonly weight: number;
  readonly invoke: Invoke;
  readonly authorize?: Authorize;
  readonly scopes: readonly string[];
};

/** The template's routes, the most exact first. */
export function routesOf(
  template: Template,
  functions: ReadonlyMap<string, LocalFunction>,
): readonly Route[] {
  const authorizers = new Map(
    template.ofType('AWS::ApiGatewayV2::Authorizer').map((each) => [each.name, authorizerOf(each)]),
  );
  const isAny = ({ method }: Route) => Number(method === 'ANY');
  return template
    .ofType('AWS::ApiGatewayV2::Route')
    .map((route) => routeOf(template, route, functions, authorizers))
    .sort((a, b) => b.weight - a.weight || isAny(a) - isAny(b));
}

function routeOf(
  template: Template,
  { id, properties }: Resource,
  functions: ReadonlyMap<string, LocalFunction>,
  authorizers: ReadonlyMap<string, Authorize>,
): Route {
  const authorization = properties.text('AuthorizationType');
  const authorize =
    authorization === 'JWT' ? authorizers.get(properties.text('AuthorizerId')) : undefined;
  if (authorization !== 'NONE' && authorize === undefined)
    throw new Error(
      `The local runner does not know the authorization ${authorization} of the route ${id}.`,
    );
  const key = properties.text('RouteKey');
  const [method, path] = key.split(' ');
  if (method === undefined || path === undefined)
    throw new Error(`The local runner does not know the route key ${key} (${id}).`);
  const target = properties.text('Target').replace(/^integrations\//, '');
  const integration = template
    .ofType('AWS::ApiGatewayV2::Integration')
    .find((each) => each.id === target)?.properties;
  if (
    integration?.text('IntegrationType') !== 'AWS_PROXY' ||
    integration.text('PayloadFormatVersion') !== '2.0'
  )
    throw new Error(`The local runner knows Lambda proxies of format 2.0 alone (${id}).`);
  const behind = template.behind(
    integration.text('IntegrationUri'),
    'AWS::Lambda::Function',
    `The route ${id}`,
  );
  const invoke = functions.get(behind.id)?.invoke;
  if (invoke === undefined) throw new Error(`The route ${id} points at no function.`);
  return {
    key,
    method,
    path: expressionOf(path),
    weight: path.replace(/\{[^}]*\}/g, '').length,
    invoke,
    ...(authorize && { authorize }),
    scopes: properties.list('AuthorizationScopes').map(String),
  };
}

/** {name} is one segment, {name+} all that follow. */
function expressionOf(path: string): RegExp {
  const source = path
    .split(/(\{\w+\+?\})/)
    .map((part) => {
      const [, name, greedy] = /^\{(\w+)(\+?)\}$/.exec(part) ?? [];
      if (name === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return greedy === '+' ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`;
    })
    .join('');
  return new RegExp(`^${source}$`);
}

/** The route that a request takes, and what its path holds. */
export function match(
  routes: readonly Route[],
  method: string,
  target: string,
): (RouteMatch & { readonly route: Route }) | undefined {
  const path = new URL(target, 'http://local').pathname;
  for (const route of routes) {
    const found = route.path.exec(path);
    if (found === null || (route.method !== 'ANY' && route.method !== method)) continue;
    const parameters = Object.entries(found.groups ?? {}).map(([name, value]) => [
      name,
      decoded(value),
    ]);
    return {
      route,
      routeKey: route.key,
      ...(parameters.length > 0 && { pathParameters: Object.fromEntries(parameters) }),
    };
  }
  return undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value; // A lone percent sign stands for itself.
  }
}
