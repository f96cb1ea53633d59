import { clip } from '#domain/clip';
import { UnreadableFile } from '#usecases/ports';

/** What is wrong with a file, in a few words of its own: it may have put megabytes where a name belongs. */
export const malformed = (expected: string, actual?: string): UnreadableFile =>
  new UnreadableFile({
    code: 'malformed_file',
    expected,
    ...(actual !== undefined && { actual: clip(actual) }),
  });
