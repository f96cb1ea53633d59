import { CfnParameter } from 'aws-cdk-lib';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { Construct } from 'constructs';
import type { Stage } from './stage.ts';

/** The runner's own issuer, at whatever port it has. */
const LOCAL_ISSUER = '^http://127\\.0\\.0\\.1:[0-9]{1,5}/oidc$';
const CLOUD_ISSUER = '^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?$';

const ORIGINS = '^(https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(,https://[A-Za-z0-9.-]+(:[0-9]{1,5})?)*)?$';

/** Who lets people in: told with the deployment, `cdk deploy --parameters Issuer=https://…`. */
export class Issuer extends Construct {
  /** What the API is told, which verifies tokens for itself as well. */
  readonly environment: Readonly<
    Record<'ISSUER' | 'AUDIENCE' | 'SIGN_IN_CLIENT' | 'ORIGINS', string>
  >;

  constructor(scope: Construct, id: string, props: { readonly stage: Stage }) {
    super(scope, id);
    const isLocal = props.stage.name === 'local';
    const issuer = this.parameter('Issuer', {
      description: 'Address of the OpenID Connect issuer, exactly as its tokens name it in `iss`.',
      allowedPattern: isLocal ? LOCAL_ISSUER : CLOUD_ISSUER,
      constraintDescription: isLocal ? 'the local issuer' : 'an https:// address without a query',
    });
    const audience = this.parameter('Audience', {
      description: 'What tokens for this platform name in `aud`.',
      default: 'xinyidai',
      minLength: 1,
    });
    const client = this.parameter('SignInClient', {
      description:
        'Id under which the issuer knows the platform’s own pages: a public client with PKCE.',
      default: 'xinyidai-pages',
      minLength: 1,
    });
    const origins = this.parameter('Origins', {
      description: 'Origins of browser apps that may call, joined by commas; none unless told.',
      default: '',
      allowedPattern: ORIGINS,
      constraintDescription: 'https:// and a host each, without a path',
    });
    this.environment = {
      ISSUER: issuer,
      AUDIENCE: audience,
      SIGN_IN_CLIENT: client,
      ORIGINS: origins,
    };
  }

  /** Of the gateway: RS256 by the issuer’s keys, issuer, audience and times. */
  authorizer(): HttpJwtAuthorizer {
    const { ISSUER, AUDIENCE } = this.environment;
    return new HttpJwtAuthorizer('Jwt', ISSUER, { jwtAudience: [AUDIENCE] });
  }

  private parameter(name: string, props: ConstructorParameters<typeof CfnParameter>[2]): string {
    const parameter = new CfnParameter(this, name, { type: 'String', ...props });
    // What somebody types at a deployment has a plain name.
    parameter.overrideLogicalId(name);
    return parameter.valueAsString;
  }
}
