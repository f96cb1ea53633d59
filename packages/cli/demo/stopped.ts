/** Ends the demo with one sentence for the person at the terminal: nothing is wrong with our own code. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}
