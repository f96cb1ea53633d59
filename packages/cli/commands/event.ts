import { assign } from '#domain/matching-event/assign';
import { checkParticipants } from '#domain/matching-event/check-participants';
import { findBlockingPairs } from '#domain/matching-event/find-blocking-pairs';
import type { Participants } from '#domain/matching-event/participants';
import { participantsSchema, placementsSchema } from '#platform/schemas/matching-event-file';
import { type Command, DONE, FAILED } from '../command.ts';
import { language } from '../language.ts';
import { Misuse } from '../misuse.ts';
import { misuseOf, parsed } from '../parsed.ts';
import { readJson } from '../read-json.ts';
import { readOptions } from '../read-options.ts';
import { writeJson, writeOut } from '../write-out.ts';
import { renderAssignment, renderFaults } from './render-assignment.ts';

const USAGE = `xyd event assign --file EVENT.json
xyd event check --file EVENT.json --assignment A.json

A matching event (撮合会) on a plain file, without a store. \`assign\` gives needs to banks by
deferred acceptance, in rounds: in a round nobody overtakes, quotas are kept in number and amount,
and at the end no bank has room for a need that would rather have it. \`check\` proves that of an
assignment, or finds what is wrong with it; it knows nothing of how assignments are made.

  --file FILE        who takes part
  --assignment FILE  what \`assign --json\` wrote, or somebody else
  --json             for machines

{ "event": "event_spring",
  "needs": [{ "id": "need_a", "principal": 50000000, "submittedAt": "2026-03-02T01:00:00.000Z",
    "preferences": [{ "bank": "bank_a", "product": "product_a", "points": 82 }] }],
  "banks": [{ "id": "bank_a", "quota": 5, "amount": 300000000,
    "priorities": [{ "need": "need_a", "points": 7400 }] }] }
Money is in fen. Of points more is better, and equal points are a tie: a need's goes by a lot,
a bank's to whoever posted first.

Example: xyd event assign --file event.json --json > a.json
         xyd event check --file event.json --assignment a.json`;

export const event: Command = {
  about: 'assign needs to banks in a matching event, and prove an assignment',
  usage: USAGE,
  run: async (args) => {
    const { words, file, assignment, json } = readOptions(
      args,
      {
        file: { type: 'string' },
        assignment: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
      1,
    );
    const [verb] = words;
    if (file === undefined) throw new Misuse('--file says who takes part');
    if (verb === 'assign') return assignOf(readParticipants(file), json);
    if (verb === 'check') return checkOf(readParticipants(file), assignment, json);
    throw new Misuse('Say xyd event assign, or xyd event check');
  },
};

async function assignOf(participants: Participants, json: boolean): Promise<number> {
  const assignment = assign(participants);
  await (json ? writeJson(assignment) : writeOut(renderAssignment(assignment, language())));
  return DONE;
}

/** What is wrong with an assignment is the answer; a script is told by the exit code too. */
async function checkOf(
  participants: Participants,
  path: string | undefined,
  json: boolean,
): Promise<number> {
  if (path === undefined) throw new Misuse('--assignment says who got what');
  const { outcomes } = parsed(path, placementsSchema, readJson(path));
  const faults = findBlockingPairs(participants, outcomes);
  await (json
    ? writeJson({ stable: faults.length === 0, faults })
    : writeOut(renderFaults(faults, language())));
  return faults.length === 0 ? DONE : FAILED;
}

function readParticipants(path: string): Participants {
  const participants = parsed(path, participantsSchema, readJson(path));
  const faults = checkParticipants(participants);
  if (faults.length > 0) throw misuseOf(path, faults);
  return participants;
}
