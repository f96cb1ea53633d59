import type { SchemeVersionId } from '#domain/ids';
import type { Command } from '#domain/refusal';
import type { SchemeVersion } from '#domain/scoring/registry/scheme-version';
import type { SegmentScheme } from '#domain/scoring/segments';
import type { BusinessDate } from '#domain/time';
import type { Versioned } from '#usecases/ports';
import type { Written } from '#usecases/put-product';
import type { Paged, PageOf } from '#usecases/read';

/** The registry of the segments' rules, as part of the platform. */
export type SchemeCommands = {
  /** Enters a scheme into the registry. Refuses: scheme_differs, scheme_faulty, busy. */
  readonly draftScheme: Command<SegmentScheme, Written<SchemeVersion>>;
  /** Refuses: not_found, scheme_status_wrong, busy; so do the steps after it. */
  readonly checkScheme: Command<SchemeVersionId, SchemeVersion>;
  /** Refuses besides: scheme_same_person. */
  readonly approveScheme: Command<SchemeVersionId, SchemeVersion>;
  /** The city is scored anew where the day is today. Refuses besides: out_of_range (from), scheme_faulty. */
  readonly activateScheme: Command<
    { readonly id: SchemeVersionId; readonly from: BusinessDate },
    SchemeVersion
  >;
  readonly retireScheme: Command<SchemeVersionId, SchemeVersion>;
  readonly readScheme: Command<SchemeVersionId, Versioned<SchemeVersion>>;
  /** By id. */
  readonly listSchemes: Command<PageOf, Paged<SchemeVersion>>;
};
