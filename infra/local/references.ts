import { isObject, type Json, type JsonObject } from './properties.ts';

export type Place = {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
};

/** The types that something points at, and the service that names them in an ARN. */
const services: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2::Api': 'execute-api',
  'AWS::ApiGatewayV2::Authorizer': 'apigateway',
  'AWS::ApiGatewayV2::Integration': 'apigateway',
  'AWS::ApiGatewayV2::Route': 'apigateway',
  'AWS::ApiGatewayV2::Stage': 'apigateway',
  'AWS::DynamoDB::GlobalTable': 'dynamodb',
  'AWS::Events::EventBus': 'events',
  'AWS::Events::Rule': 'events',
  'AWS::Lambda::EventSourceMapping': 'lambda',
  'AWS::Lambda::Function': 'lambda',
  'AWS::Pipes::Pipe': 'pipes',
  'AWS::S3::Bucket': 's3',
  'AWS::SQS::Queue': 'sqs',
  'AWS::StepFunctions::StateMachine': 'states',
};

/** The properties that name a resource; without one, `Ref` gives the logical id. */
const nameProperties = ['TableName', 'FunctionName', 'BucketName', 'QueueName', 'Name'];

/** Resolves the references of one template; a reference it does not know is an error that names it. */
export function resolver(
  resources: JsonObject,
  place: Place,
  parameters: Readonly<Record<string, string>> = {},
) {
  const known: Readonly<Record<string, string>> = {
    ...parameters,
    'AWS::Partition': place.partition,
    'AWS::Region': place.region,
    'AWS::AccountId': place.account,
    'AWS::URLSuffix': place.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com',
  };
  const resource = (id: string): { type: string; properties: JsonObject } => {
    const found = resources[id];
    const type = isObject(found) ? found.Type : undefined;
    if (!isObject(found) || typeof type !== 'string')
      throw new Error(`The template points at ${id}, which it does not have.`);
    const properties = found.Properties;
    return { type, properties: isObject(properties) ? properties : {} };
  };

  const nameOf = (id: string): string => {
    const { type, properties } = resource(id);
    // The one type whose `Ref` is its ARN.
    if (type === 'AWS::StepFunctions::StateMachine') return arnOf(id);
    const told = nameProperties.map((key) => properties[key]).find((each) => each !== undefined);
    if (typeof told === 'string' && type !== 'AWS::ApiGatewayV2::Api') return told;
    return type === 'AWS::S3::Bucket' ? id.toLowerCase() : id;
  };
  const arnOf = (id: string): string =>
    `arn:${place.partition}:${services[resource(id).type] ?? 'other'}:${place.region}:${place.account}:${id}`;

  const attribute = (id: string, name: string): string => {
    if (name === 'Arn') return arnOf(id);
    if (name === 'StreamArn' && resource(id).type === 'AWS::DynamoDB::GlobalTable')
      return arnOf(id);
    throw new Error(`The local runner does not know the attribute ${name} of ${id}.`);
  };

  const value = (written: Json): Json => {
    if (Array.isArray(written)) return written.map(value);
    if (!isObject(written)) return written;
    const [[key, inner] = ['', null], ...more] = Object.entries(written);
    if (more.length === 0 && (key === 'Ref' || key.startsWith('Fn::')))
      return intrinsic(key, inner);
    return Object.fromEntries(Object.entries(written).map(([each, below]) => [each, value(below)]));
  };

  const intrinsic = (key: string, inner: Json): Json => {
    if (key === 'Ref' && typeof inner === 'string') return known[inner] ?? nameOf(inner);
    if (key === 'Fn::GetAtt' && Array.isArray(inner)) {
      const [id, name] = inner;
      return attribute(String(id), String(name));
    }
    if (key === 'Fn::Join' && Array.isArray(inner)) {
      const [glue, parts] = inner;
      const texts = value(parts ?? []);
      if (Array.isArray(texts)) return texts.join(String(glue));
    }
    if (key === 'Fn::Sub' && typeof inner === 'string')
      return inner.replace(/\$\{([^!}.]+)(?:\.([^}]+))?\}/g, (_, id: string, name?: string) =>
        name === undefined ? (known[id] ?? nameOf(id)) : attribute(id, name),
      );
    throw new Error(`The local runner does not know ${key} of ${JSON.stringify(inner)}.`);
  };

  return { value, nameOf, arnOf, isReferable: (type: string) => type in services };
}
