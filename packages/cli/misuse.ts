/** The command was given wrongly: one sentence for whoever typed it, exit code 2, nothing on standard output. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}
