import type { SchemeVersionId } from '../../ids.ts';
import type { SegmentScheme } from '../segments.ts';
import type { Registered } from './registered.ts';

/** A version of the segments' rules as the registry keeps it. What it says never changes; its status does. */
export type SchemeVersion = Registered & {
  readonly id: SchemeVersionId;
  readonly scheme: SegmentScheme;
};

export const schemeIdOf = ({
  id,
  version,
}: Pick<SegmentScheme, 'id' | 'version'>): SchemeVersionId => `scheme_${id}.${version}`;
