import type { DomainEvent, Happening } from '#domain/event';
import type { Principal } from '#domain/principal';
import type { Ports } from './ports.ts';

/** An event to commit together with what it speaks of. */
export const announce = (
  ports: Pick<Ports, 'now' | 'newEventId'>,
  by: Principal,
  happening: Happening,
): DomainEvent => ({ ...happening, id: ports.newEventId(), at: ports.now(), by });
