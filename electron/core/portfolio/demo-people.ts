import type { Responder, ResponderRole, Staff, Trade } from '#shared/contract';
import { demoId, fictionalPhone } from './demo-places.ts';

/** Who can be woken in the demo, and who sits at its desk. */

type Sketch = {
  readonly name: string;
  readonly company?: string;
  readonly role: ResponderRole;
  readonly trades?: readonly Trade[];
  readonly language?: 'es';
  readonly isEmergencyVendor?: true;
  readonly hasNoPhone?: true;
};

const SKETCHES = {
  marcus: { name: 'Marcus Chen', company: 'Harbor Plumbing', role: 'technician', trades: ['plumbing'] },
  aline: { name: 'Aline Silva', company: 'Harbor Plumbing', role: 'technician', trades: ['plumbing'] },
  javier: { name: 'Javier Ortiz', role: 'technician', trades: ['hvac', 'appliance'], language: 'es' },
  wanda: { name: 'Wanda Kowalski', role: 'technician', trades: ['hvac'] },
  tom: { name: 'Tom Okonjo', role: 'technician', trades: ['electrical'] },
  lena: { name: 'Lena Brandt', role: 'technician', trades: ['electrical'] },
  omar: { name: 'Omar Haddad', role: 'technician', trades: ['electrical', 'general'] },
  luis: { name: 'Luis Herrera', role: 'technician', trades: ['general', 'appliance', 'locksmith'], language: 'es' },
  bea: { name: 'Bea Thompson', role: 'technician', trades: ['general', 'security', 'elevator'] },
  grace: { name: 'Grace Lindholm', role: 'technician', trades: ['appliance'], hasNoPhone: true },
  sam: { name: 'Sam Whitfield', company: 'Keystone Lock & Safe', role: 'vendor', trades: ['locksmith'] },
  patrol: { name: 'Nightwatch dispatch', company: 'Nightwatch Patrol', role: 'vendor', trades: ['security'] },
  summit: { name: 'Summit service line', company: 'Summit Elevator', role: 'vendor', trades: ['elevator'] },
  flood: {
    name: 'DryRight on-call',
    company: 'DryRight Restoration',
    role: 'vendor',
    trades: ['plumbing', 'general'],
    isEmergencyVendor: true,
  },
  allweather: {
    name: 'Allweather on-call',
    company: 'Allweather Mechanical',
    role: 'vendor',
    trades: ['hvac', 'electrical'],
    isEmergencyVendor: true,
  },
  nadia: { name: 'Nadia Petrov', role: 'coordinator' },
  priya: { name: 'Priya Shah', role: 'manager' },
  victor: { name: 'Victor Harmon', role: 'owner' },
} as const satisfies Record<string, Sketch>;

export type DemoResponderKey = keyof typeof SKETCHES;
const OWN_COMPANY = 'Harbor & Vine';

/** The id of a responder of the demo, for the rota. */
export function demoResponderId(key: DemoResponderKey): string {
  return demoId('responder', SKETCHES[key].name);
}

/** Eighteen responders: every trade, maintenance coordinator, manager, owner, vendors; one without a phone. */
export function demoResponders(): readonly Responder[] {
  // Object.entries forgets the key type; these are exactly the keys of SKETCHES.
  const entries = Object.entries(SKETCHES) as [DemoResponderKey, Sketch][];
  return entries.map(([key, sketch], index) => ({
    id: demoResponderId(key),
    name: sketch.name,
    company: sketch.company ?? OWN_COMPANY,
    role: sketch.role,
    trades: [...(sketch.trades ?? [])],
    phone: sketch.hasNoPhone ? null : fictionalPhone('423', index),
    language: sketch.language ?? 'en',
    isEmergencyVendor: sketch.isEmergencyVendor ?? false,
    active: true,
  }));
}

export type DemoStaff = { readonly staff: Staff; readonly demoPin: string };

/** The two who can sign in, with the PINs the sign-in screen shows as long as the demo runs. */
export function demoStaff(): { readonly rosa: DemoStaff; readonly priya: DemoStaff } {
  return {
    rosa: {
      staff: {
        id: demoId('staff', 'Rosa Alvarez'),
        name: 'Rosa Alvarez',
        role: 'coordinator',
        language: 'en',
        responderId: null,
      },
      demoPin: '2468',
    },
    priya: {
      staff: {
        id: demoId('staff', 'Priya Shah'),
        name: 'Priya Shah',
        role: 'manager',
        language: 'en',
        responderId: demoResponderId('priya'),
      },
      demoPin: '1357',
    },
  };
}
