import type { Answer, OnCallChange } from '#shared/contract';
import { api } from '../../stores/index.ts';
import type { Removal } from './sources.tsx';

/** Takes a source out of the schedule. */
export function takeAway(removal: Removal): Promise<Answer<OnCallChange>> {
  switch (removal.kind) {
    case 'cover':
      return api.oncall.removeCover.mutate({ id: removal.cover.id });
    case 'shift':
      return api.oncall.removeShift.mutate({ id: removal.shift.id });
    case 'rotation':
      return api.oncall.removeRotation.mutate({ id: removal.rotation.id });
  }
}

/** Puts it back. A cover is entered anew, by whoever undoes: of two covers it is then the later one. */
export function putBack(removal: Removal): Promise<Answer<OnCallChange>> {
  switch (removal.kind) {
    case 'cover': {
      const { trade, role, propertyId, group, responderId, startsAt, endsAt, reason } = removal.cover;
      return api.oncall.addCover.mutate({ trade, role, propertyId, group, responderId, startsAt, endsAt, reason });
    }
    case 'shift':
      return api.oncall.saveShift.mutate(removal.shift);
    case 'rotation':
      return api.oncall.saveRotation.mutate({ ...removal.rotation, members: [...removal.rotation.members] });
  }
}
