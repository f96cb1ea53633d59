import type { Outcome } from '#domain/refusal';
import { sentence } from '#platform/sentences';
import { Stopped } from './demo/stopped.ts';
import { language } from './language.ts';

/** The value of an outcome; a refusal ends the command with its sentence. */
export function granted<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Stopped(sentence(outcome.refusal, language()));
}
