/*
 * Imported first by a process that must not outlive whoever started it: its standard input is a pipe whose
 * other end the starter holds, and which ends however the starter ends.
 */
process.stdin.once('end', () => process.exit(0));
process.stdin.once('error', () => process.exit(0));
process.stdin.resume();
process.stdin.unref();
