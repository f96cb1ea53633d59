import { isObject, type Json, propertiesOf } from './properties.ts';

/** What is told at a deployment, by the names of the template's parameters. */
export type Told = Readonly<Record<string, string>>;

/** Read from the account that one deploys into; here nothing points at it. */
const OF_THE_ACCOUNT = 'AWS::SSM::Parameter::Value<String>';

/** The values of a template's parameters, as CloudFormation takes them. Throws a sentence for one that is lacking or not allowed. */
export function parametersOf(written: Json, told: Told): Told {
  const parameters = isObject(written) ? written : {};
  const values = Object.entries(parameters).flatMap(([name, parameter]): [string, string][] => {
    const asked = propertiesOf(`The parameter ${name}`, isObject(parameter) ? parameter : {});
    if (asked.text('Type') === OF_THE_ACCOUNT) return [];
    const value = told[name] ?? asked.text('Default');
    const pattern = asked.has('AllowedPattern') ? asked.text('AllowedPattern') : '.*';
    if (!new RegExp(`^(?:${pattern})$`, 's').test(value))
      throw new Error(`The parameter ${name} may not be ${value}: it has to fit ${pattern}.`);
    return [[name, value]];
  });
  return Object.fromEntries(values);
}
