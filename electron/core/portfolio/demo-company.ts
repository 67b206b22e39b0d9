import type { Property, Resident, Responder, ScheduleSources, Unit } from '#shared/contract';
import { type DemoStaff, demoResponders, demoStaff } from './demo-people.ts';
import { demoPlaces, EASTERN } from './demo-places.ts';
import { demoResidents } from './demo-residents.ts';
import { demoRota } from './demo-rota.ts';

export type DemoCompany = {
  readonly name: string;
  /** IANA zone of the office. */
  readonly zone: string;
  /** ISO code of numbers written without one. */
  readonly country: string;
  readonly properties: readonly Property[];
  readonly units: readonly Unit[];
  readonly residents: readonly Resident[];
  readonly responders: readonly Responder[];
  readonly staff: readonly DemoStaff[];
  readonly schedule: ScheduleSources;
};

/**
 * A company of 200 doors to try the desk with: nine properties in two time zones, its residents, responders, staff and
 * on-call plan round `now` (UTC epoch milliseconds). The same `now` gives the same company, ids included; only the
 * on-call plan depends on it. Every telephone number is of a range reserved for fiction.
 */
export function demoCompany(now: number): DemoCompany {
  const places = demoPlaces();
  const { rosa, priya } = demoStaff();
  return {
    name: 'Harbor & Vine Property Management',
    zone: EASTERN,
    country: 'US',
    ...places,
    residents: demoResidents(places),
    responders: demoResponders(),
    staff: [rosa, priya],
    schedule: demoRota(now),
  };
}
