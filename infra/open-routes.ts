/** What is asked without a token, for a reason that cdk-nag is told. Everything else under `/v1` needs one. */
export type OpenRoute = { readonly path: string; readonly method: 'GET' | 'OPTIONS' | 'ANY' };

/** Pages, which a browser asks before anybody has signed in: the application reads its cookie itself. */
const pages = [
  '/',
  '/docs',
  '/openapi.json',
  '/sign-in',
  '/signed-in',
  '/sign-out',
  '/.well-known/{proxy+}',
  '/pages/{proxy+}',
];

/** What the policy table grants to the public, and what no use-case is asked for: a test compares both. */
export const openOperations = [
  '/v1/checks/{code}',
  '/v1/products',
  '/v1/products/{id}',
  '/v1/products/{id}/cost',
  '/v1/costs',
  '/v1/products/{id}/versions',
  '/v1/product-versions/{id}',
  '/v1/whitelists',
  '/v1/whitelists/{id}',
  '/v1/whitelists/{id}/listings',
  '/v1/quality-definitions',
  '/v1/lists',
  '/v1/catalogues',
  '/v1/catalogues/{id}',
  '/v1/consent-form',
  '/v1/delivery-limits',
  '/v1/vocabulary',
  '/v1/scorecards/current',
] as const;

export const openRoutes: readonly OpenRoute[] = [
  // The application itself says which methods a page has.
  ...pages.map((path) => ({ path, method: 'ANY' as const })),
  ...openOperations.map((path) => ({ path, method: 'GET' as const })),
  // A browser asks beforehand, without the token, whether it may bring it.
  { path: '/v1/{proxy+}', method: 'OPTIONS' },
];
