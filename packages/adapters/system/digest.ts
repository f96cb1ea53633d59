import { createHash } from 'node:crypto';
import type { Ports } from '#usecases/ports';

export const digest: Ports['digest'] = (text) => createHash('sha256').update(text).digest('hex');
