import type { ImportPlan } from './import-changes.ts';

/** What comes after a kind of file in setting up: a unit needs its property, a resident their unit, the rota its people. */
export function nextAfter(kind: ImportPlan['kind']): 'units' | 'residents' | 'responders' | 'oncall' | null {
  switch (kind) {
    case 'properties':
      return 'units';
    case 'units':
      return 'residents';
    case 'residents':
      return 'responders';
    case 'responders':
      return 'oncall';
    case null:
      return null;
  }
}
