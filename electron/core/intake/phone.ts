import { randomUUID } from 'node:crypto';
import type { Clock } from '#core/clockwork';
import type { Desk } from '#core/desk';
import {
  discardDraft,
  getRow,
  incidentOfRequest,
  nextNumber,
  rememberRequest,
  type Store,
  storeContact,
} from '#core/store';
import type { Answer, BothLanguages, ReportInput, Resident, Tier } from '#shared/contract';
import type { Actor, Place, ReportFacts } from '#shared/incident';
import { normalisePhone } from '#shared/messages';
import { classify, dangerKind, isOverride, isReasonMissing, VOLUNTEERED_NEED } from '#shared/triage';
import { companyOf, judgedAt } from './judged-at.ts';
import { stampedAnswers } from './stamped-answers.ts';
import { stampedVerdict } from './stamped-verdict.ts';

export type ReportDeps = { readonly store: Store; readonly desk: Desk; readonly clock: Clock };
export type Opened = { readonly incidentId: string; readonly number: number };

const REFUSALS = {
  unknownProperty: {
    en: 'This property is not in the portfolio. The report is kept as a draft; choose a property.',
    es: 'Esta propiedad no está en la cartera. El reporte queda como borrador; elija una propiedad.',
  },
  unknownUnit: {
    en: 'This unit does not belong to the property. The report is kept as a draft; choose the unit again.',
    es: 'Esta unidad no es de la propiedad. El reporte queda como borrador; elija la unidad de nuevo.',
  },
  placeMissing: {
    en: 'Say where it is: choose a property or type the place. Only a P1 leaves without one; the report is kept.',
    es: 'Diga dónde es: elija una propiedad o escriba el lugar. Solo un P1 sale sin lugar; el reporte se conserva.',
  },
  reasonMissing: {
    en: 'You chose another tier than the verdict. Say why in a few words; the report is kept.',
    es: 'Eligió otro nivel que el del veredicto. Diga por qué en pocas palabras; el reporte se conserva.',
  },
} as const satisfies Record<string, BothLanguages>;

/**
 * A report taken by phone becomes an incident whose ladder starts. The contact, the press that asked for it and the
 * incident are one transaction; pressing twice gives the same incident.
 */
export function openReport(deps: ReportDeps, input: ReportInput, by: Actor): Answer<Opened> {
  const known = openedBefore(deps, input.requestId);
  if (known) return { ok: true, value: known };
  const facts = factsOf(deps, input);
  if (!facts.ok) return facts;
  const incidentId = randomUUID();
  const number = nextNumber(deps.store.write);
  const { contactId, place, trade } = facts.value;
  const { ladder } = input;
  const opening = { type: 'open', incidentId, number, facts: facts.value, ...(ladder && { ladder }) } as const;
  const executed = deps.desk.execute(incidentId, opening, by, {
    propertyId: place.propertyId,
    trade,
    also: (db) => {
      rememberRequest(db, input.requestId, incidentId);
      storeContact(db, {
        id: contactId,
        channel: 'phone',
        provider: 'desk',
        providerId: input.requestId,
        receivedAt: input.firstContactAt,
        from: input.callerPhone,
        text: input.text,
        outcome: 'incident',
      });
      if (input.draftId !== null) discardDraft(db, input.draftId);
    },
  });
  return executed.ok ? { ok: true, value: { incidentId, number } } : executed;
}

function openedBefore(deps: ReportDeps, requestId: string): Opened | null {
  const incidentId = incidentOfRequest(deps.store.read, requestId);
  const number = incidentId === null ? undefined : deps.desk.state(incidentId)?.number;
  return incidentId === null || number === undefined ? null : { incidentId, number };
}

function factsOf(deps: ReportDeps, input: ReportInput): Answer<ReportFacts> {
  const { store } = deps;
  const resident: Resident | null = input.residentId === null ? null : getRow(store.read, 'resident', input.residentId);
  const hasNeed = resident?.needs != null && resident.needs !== '';
  const there = judgedAt(deps, input.propertyId);
  const { language, answers } = input;
  const verdict = classify(input.text, { ...there, language, hasVolunteeredNeed: hasNeed, answers });
  const asked = stampedAnswers(answers, there);
  const category = input.category ?? verdict.category;
  const tier = input.tier ?? verdict.tier;
  if (isReasonMissing(verdict.tier, input.tier, input.tierReason)) return refuse('reasonMissing');
  const place = placeOf(store, input, tier);
  if (!place.ok) return place;
  const phone = normalisePhone(input.callerPhone);
  return {
    ok: true,
    value: {
      channel: 'phone',
      contactId: randomUUID(),
      firstContactAt: input.firstContactAt,
      place: place.value,
      caller: {
        name: input.callerName === '' ? (resident?.name ?? '') : input.callerName,
        phone: phone.ok ? phone.phone : (resident?.phone ?? null),
        language,
        residentId: resident?.id ?? null,
        hasVolunteeredNeed: hasNeed || asked.some(({ finding }) => finding === VOLUNTEERED_NEED),
      },
      text: input.text,
      ...(asked.length === 0 ? {} : { answers: asked }),
      verdict: stampedVerdict(verdict, tier === 'P1' ? dangerKind(verdict) : null),
      category,
      tier,
      trade: category === verdict.category ? verdict.trade : there.rules.cards[category].trade,
      tierReason: isOverride(verdict.tier, input.tier) ? input.tierReason : null,
      permissionToEnter: input.permissionToEnter,
    },
  };
}

const NO_PLACE: BothLanguages = { en: 'Place not known yet', es: 'Lugar aún desconocido' };

/** Where it is. Without a property the words typed stand for it, and a P1 does not wait for those either. */
function placeOf(store: Store, input: ReportInput, tier: Tier): Answer<Place> {
  const property = input.propertyId === null ? null : getRow(store.read, 'property', input.propertyId);
  if (input.propertyId !== null && property === null) return refuse('unknownProperty');
  const unit = input.unitId === null ? null : getRow(store.read, 'unit', input.unitId);
  if (input.unitId !== null && (property === null || unit?.propertyId !== property.id)) return refuse('unknownUnit');
  if (property === null) {
    if (input.placeText === '' && tier !== 'P1') return refuse('placeMissing');
    return { ok: true, value: outsidePortfolio(store, input.placeText) };
  }
  return {
    ok: true,
    value: {
      propertyId: property.id,
      unitId: unit?.id ?? null,
      propertyName: property.name,
      unitLabel: unit?.label ?? null,
      address: property.address,
      zone: property.zone,
      shutOff: property.shutOff,
    },
  };
}

/** No property has the empty id, so policy and people on call are the company's. */
function outsidePortfolio(store: Store, placeText: string): Place {
  const company = companyOf(store);
  return {
    propertyId: '',
    unitId: null,
    propertyName: placeText === '' ? NO_PLACE[company?.language ?? 'en'] : placeText,
    unitLabel: null,
    address: placeText,
    zone: company?.zone ?? 'UTC',
    shutOff: '',
  };
}

function refuse(code: keyof typeof REFUSALS): Answer<never> {
  return { ok: false, code, reason: REFUSALS[code] };
}
