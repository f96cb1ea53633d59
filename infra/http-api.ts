import { CfnOutput } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { type AlarmBell, Loss, PER_MINUTE } from './alarm.ts';
import { LOG_RETENTION, type PlatformFunction } from './function.ts';
import type { Issuer } from './issuer.ts';
import { openRoutes } from './open-routes.ts';
import type { Stage } from './stage.ts';

const REQUESTS_PER_SECOND = 200;
const BURST = 400;
const SLOW_MS = 3_000;

/** No query strings: people type names and codes there. */
const ACCESS_LOG = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    method: '$context.httpMethod',
    // No path: a caller may have put a person's number into it. The function's own line has it, redacted.
    status: '$context.status',
    latencyMs: '$context.responseLatency',
    caller: '$context.authorizer.claims.org',
    sourceIp: '$context.identity.sourceIp',
    error: '$context.integrationErrorMessage',
  }),
);

export type PlatformApiProps = {
  readonly stage: Stage;
  readonly bell: AlarmBell;
  readonly issuer: Issuer;
  readonly handler: PlatformFunction;
};

/** The one door. Whoever asks under `/v1` brings a token, but for what is everybody's; Hono knows the rest. */
export class PlatformApi extends Construct {
  constructor(scope: Construct, id: string, props: PlatformApiProps) {
    super(scope, id);
    const api = new HttpApi(this, 'Http', { createDefaultStage: false });
    this.route(api, props);
    const logs = new LogGroup(this, 'AccessLogs', {
      retention: LOG_RETENTION,
      removalPolicy: props.stage.removal,
    });
    new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: REQUESTS_PER_SECOND, burstLimit: BURST },
      accessLogSettings: { destination: new LogGroupLogDestination(logs), format: ACCESS_LOG },
      detailedMetricsEnabled: true,
    });
    this.watch(api, props.bell);
    new CfnOutput(this, 'Url', { value: api.apiEndpoint });
  }

  private route(api: HttpApi, { handler, issuer }: PlatformApiProps): void {
    const integration = new HttpLambdaIntegration('Api', handler.lambda, {
      // One permission for all: a function's policy has no room for one per route.
      scopePermissionToRoute: false,
    });
    api.addRoutes({
      path: '/v1/{proxy+}',
      methods: [HttpMethod.ANY],
      integration,
      authorizer: issuer.authorizer(),
    });
    for (const { path, method } of openRoutes)
      for (const route of api.addRoutes({ path, methods: [HttpMethod[method]], integration }))
        acknowledge(
          route,
          'AwsSolutions-APIG4',
          'Pages and what is public: the application knows who asks and what they may.',
        );
  }

  private watch(api: HttpApi, bell: AlarmBell): void {
    new Loss(this, 'Faults', {
      bell,
      loses: 'Firms and banks get an error page instead of an answer.',
      metric: api.metricServerError({ ...PER_MINUTE, statistic: 'Sum' }),
      above: 0,
    });
    new Loss(this, 'Slow', {
      bell,
      loses: 'One request in a hundred takes over three seconds, so people think that it hangs.',
      metric: api.metricLatency({ ...PER_MINUTE, statistic: 'p99' }),
      above: SLOW_MS,
      periods: 3,
    });
  }
}
