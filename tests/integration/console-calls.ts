import type { inferRouterInputs } from '@trpc/server';
import type { ConsoleApi, Router } from '#core/serve';
import { router } from '../../electron/core/serve/router.ts';
import { NIGHT } from '../world.ts';

/** Every procedure of the console that takes something, called well-formed about people and things that do not exist. */

type Inputs = inferRouterInputs<Router>;
type Call = { readonly path: string; readonly name: string; readonly input: unknown };

function call<Part extends keyof Inputs, Name extends keyof Inputs[Part]>(
  part: Part,
  name: Name,
  input: Inputs[Part][Name],
): Call {
  const path = `${part}.${String(name)}`;
  const { type, as } = input as { readonly type?: string; readonly as?: string }; // what some of them are told apart by
  return { path, name: [path, type ?? as].filter(Boolean).join(' '), input };
}

/** The console's procedures over an API, called by path with anything at all. */
export function callerOf(api: ConsoleApi): (path: string, input: unknown) => Promise<unknown> {
  const procedures = router.createCaller({ api, explain: () => ({ en: '', es: '' }) }) as unknown as Readonly<
    Record<string, Readonly<Record<string, (input: unknown) => Promise<unknown>>>> // what each takes is what is tested
  >;
  return async (path, input) => {
    const [part = '', name = ''] = path.split('.');
    const procedure = procedures[part]?.[name];
    if (!procedure) throw new Error(`no procedure ${path}`);
    return procedure(input);
  };
}

const GHOST = 'nobody-has-this-id';
const PHONE = '+12025550147';
const HOUR_MS = 60 * 60_000;
const words = 'as she said';
const incidentId = GHOST;
const responderId = GHOST;
const duty = {
  trade: 'hvac',
  role: 'primary',
  propertyId: GHOST,
  group: null,
  responderId,
  startsAt: NIGHT,
  endsAt: NIGHT + HOUR_MS,
} as const;
const LATER = NIGHT + HOUR_MS;
const KEY = { trade: 'hvac', role: 'primary', propertyId: null, group: null } as const;
/** A live calendar that is not there. */
const NO_FILE: Inputs['feeds']['save'] = {
  id: null,
  name: 'Nowhere',
  kind: 'sheetFile',
  address: `${GHOST}.csv`,
  username: '',
  password: '',
  zone: 'UTC',
  trade: 'hvac',
  role: 'primary',
  propertyId: null,
  group: null,
};
const empty = { steps: [], lastWindowMin: 15 };
const NO_PLACE = `property:${GHOST}`;
const SAID: Inputs['triage']['saveLayer'] = {
  place: NO_PLACE,
  version: 0,
  signedBy: null,
  preset: 'chicago',
  numbers: { hotInsideF: 80 },
  cards: {},
  phrases: [{ id: GHOST, words: 'boiler room', leastTier: 'P2', category: 'heat' }],
};
const typed = {
  callerPhone: PHONE,
  callerName: 'Nobody',
  placeText: '',
  propertyId: GHOST,
  unitId: GHOST,
  residentId: GHOST,
  text: 'water',
  answers: [],
  category: null,
  tier: 'P2',
  tierReason: words,
  permissionToEnter: 'no',
} as const;

const ASKED: readonly Call[] = [
  call('app', 'search', { text: 'nobody' }),
  call('queue', 'list', { tab: 'closed' }),
  call('queue', 'rows', { ids: [GHOST] }),
  call('incident', 'get', { id: GHOST }),
  call('report', 'caller', { phone: PHONE }),
  call('report', 'places', { text: 'nowhere' }),
  call('report', 'preview', { propertyId: GHOST, trade: 'hvac', tier: 'P1', language: 'es' }),
  call('oncall', 'calendar', { from: NIGHT, to: NIGHT + HOUR_MS }),
  call('oncall', 'load', { from: NIGHT, to: NIGHT + HOUR_MS }),
  call('portfolio', 'residentsOf', { id: GHOST }),
  call('portfolio', 'previewImport', { kind: 'auto', csv: 'nothing,known\n1,2' }),
  call('triage', 'rules', { propertyId: GHOST }),
  call('triage', 'review', { days: 7 }),
  call('triage', 'marked', { marks: ['tooLow', 'tooHigh'] }),
  call('settings', 'gatewayTest', { key: GHOST }),
  call('outbox', 'list', { filter: 'trouble' }),
  call('triage', 'layer', { place: NO_PLACE }),
  call('policy', 'layer', { place: NO_PLACE }),
  call('policy', 'version', { place: NO_PLACE, version: 1 }),
  call('templates', 'versions', { kind: 'receipt', language: 'es' }),
];

const ACTS: readonly Call[] = [
  call('incident', 'act', { type: 'acknowledgeFor', incidentId, responderId, via: 'phone', words, etaMinutes: 20 }),
  call('incident', 'act', { type: 'declineFor', incidentId, responderId, via: 'radio', words }),
  call('incident', 'act', { type: 'escalateNow', incidentId }),
  call('incident', 'act', { type: 'jumpTo', incidentId, step: 2, reason: words }),
  call('incident', 'act', { type: 'changeLadder', incidentId, ladder: empty, words }),
  call('incident', 'act', { type: 'setEta', incidentId, etaMinutes: 5 }),
  call('incident', 'act', { type: 'markArrived', incidentId }),
  call('incident', 'act', { type: 'resolve', incidentId, outcome: 'fixed', words }),
  call('incident', 'act', { type: 'reopen', incidentId, words }),
  call('incident', 'act', { type: 'changeTier', incidentId, tier: 'P1', reason: words }),
  call('incident', 'act', { type: 'writeTo', incidentId, to: 'resident', text: words }),
  call('incident', 'act', { type: 'note', incidentId, words }),
  call('incident', 'act', { type: 'markTriage', incidentId, mark: 'right' }),
  call('incident', 'act', { type: 'answerEmergencyCall', incidentId, answer: 'yes' }),
  call('incident', 'act', { type: 'logCall', incidentId, responderId, result: 'voicemail' }),
];

const REFUSED: readonly Call[] = [
  call('app', 'setUpCompany', { name: 'Second', zone: 'UTC', language: 'en', staffName: 'Eve', pin: '9876' }),
  call('session', 'signIn', { staffId: GHOST, pin: '0000' }),
  call('report', 'dispatch', {
    requestId: GHOST,
    draftId: null,
    firstContactAt: NIGHT,
    language: 'en',
    ...typed,
  }),
  call('inbox', 'decide', { contactId: GHOST, as: 'acknowledge', incidentId, etaMinutes: null }),
  call('inbox', 'decide', { contactId: GHOST, as: 'decline', incidentId }),
  call('inbox', 'decide', { contactId: GHOST, as: 'join', incidentId }),
  call('inbox', 'decide', { contactId: GHOST, as: 'ignore' }),
  call('oncall', 'saveShift', { id: GHOST, ...duty }),
  call('oncall', 'removeShift', { id: GHOST }),
  call('oncall', 'saveRotation', {
    id: GHOST,
    trade: 'hvac',
    role: 'backup',
    propertyId: null,
    zone: 'UTC',
    handOffWeekday: 1,
    handOffTime: '08:00',
    layer: 1,
    turn: { unit: 'week', count: 1 },
    hours: [],
    validFrom: null,
    validUntil: null,
    group: null,
    members: [GHOST],
    fromDate: '2026-11-20',
    untilDate: null,
  }),
  call('oncall', 'removeRotation', { id: GHOST }),
  call('oncall', 'addCover', { ...duty, reason: words }),
  call('oncall', 'removeCover', { id: GHOST }),
  call('oncall', 'swap', { first: duty, second: { ...duty, role: 'backup', responderId: 'another' }, reason: words }),
  call('oncall', 'takeOver', { ...KEY, propertyId: GHOST, responderId, until: NIGHT + HOUR_MS, reason: words }),
  call('oncall', 'takeOver', { ...KEY, responderId, until: null, reason: words }),
  call('oncall', 'addTimeOff', { responderId, substituteId: null, startsAt: NIGHT, endsAt: LATER, reason: words }),
  call('oncall', 'removeTimeOff', { id: GHOST }),
  call('oncall', 'decideGap', { kind: 'vendor', ...KEY, responderId, until: null, reason: words }),
  call('oncall', 'decideGap', { kind: 'accepted', ...KEY, propertyId: GHOST, until: LATER, reason: words }),
  call('oncall', 'removeDecision', { id: GHOST }),
  call('oncall', 'confirmReminder', { id: GHOST }),
  call('feeds', 'try', NO_FILE),
  call('feeds', 'save', { ...NO_FILE, id: GHOST }),
  call('feeds', 'remove', { id: GHOST }),
  call('feeds', 'mapTitle', { feedId: GHOST, title: 'Marcus', responderId, trade: 'hvac', role: 'backup' }),
  call('feeds', 'unmapTitle', { id: GHOST }),
  call('portfolio', 'applyImport', { kind: 'auto', csv: 'nothing,known\n1,2' }),
  call('triage', 'saveLayer', SAID),
  call('triage', 'bench', {
    place: NO_PLACE,
    source: { kind: 'texts', texts: ['water'] },
    against: { kind: 'draft', layer: SAID },
  }),
  call('triage', 'bench', {
    place: NO_PLACE,
    source: { kind: 'contacts', last: 10, filter: 'urgent' },
    against: { kind: 'place', place: 'company' },
  }),
  call('settings', 'saveGateway', { kind: 'carrier pigeon', config: {} }),
  call('settings', 'saveGateway', { slot: 'voice', kind: 'carrier pigeon', config: {} }),
  call('settings', 'testGateway', { phone: 'no number' }),
  call('outbox', 'retry', { key: GHOST, isConfirmed: true }),
  call('outbox', 'cancel', { key: GHOST }),
  call('handoff', 'make', { sessionId: GHOST }),
];

/** What may be new, or is nobody's rule to refuse: a row of its own, a draft, a stranger's text. */
const TAKEN: readonly Call[] = [
  call('report', 'saveDraft', { id: GHOST, startedAt: NIGHT, language: null, calledNumber: '', ...typed }),
  call('report', 'discardDraft', { id: GHOST }),
  call('portfolio', 'saveResponder', {
    id: GHOST,
    name: 'Nobody',
    company: '',
    role: 'technician',
    trades: ['hvac'],
    phone: PHONE,
    language: 'en',
    isEmergencyVendor: false,
    active: true,
  }),
  call('portfolio', 'saveProperty', {
    id: GHOST,
    name: 'Nowhere',
    address: '',
    zone: 'UTC',
    nightStart: '17:00',
    nightEnd: '08:00',
    greetingEn: '',
    greetingEs: '',
    calledNumber: null,
    shutOff: '',
    accessNotes: '',
    emergencyCentre: null,
  }),
  call('portfolio', 'addStaff', { name: 'Eve', role: 'admin', pin: '9876', language: 'en', responderId: GHOST }),
  call('policy', 'saveLayer', {
    layer: { id: `property:${GHOST}`, name: 'x', version: 0, signedBy: null, signedAt: null, ladders: { P1: empty } },
    signedAs: 'x',
  }),
  call('policy', 'setOwner', { staffId: GHOST }),
  call('templates', 'save', { kind: 'stepping', language: 'en', text: words, version: 0, signedAs: words }),
  call('incident', 'related', { id: GHOST }),
  call('app', 'acceptReadiness', { check: 'fallback', words: 'one modem only' }),
  call('session', 'handOver', { staffId: GHOST, pin: '0000', words: '', seen: [] }),
  call('watch', 'save', { isOn: false, host: '127.0.0.1', port: 0 }),
  call('weather', 'save', {
    ...{ isOn: false, baseUrl: 'https://localhost', contact: '', freezeF: 28, heatF: 100, spendingLimitUsd: null },
  }),
  call('weather', 'switch', { place: 'company', mode: 'off', untilAt: 1, words: 'x' }),
  call('oncall', 'saveReminders', { isOn: true, hoursBefore: 12 }),
  call('oncall', 'saveExport', { isOn: false, host: '127.0.0.1', port: 0 }),
  call('practice', 'phones', { find: 'ana' }),
  call('practice', 'phones', { find: null }),
  call('practice', 'reply', { phone: PHONE, text: '1' }),
  call('practice', 'trouble', { trouble: 'none' }),
];

/** What no desk can do, since what it is about is not there. */
export const IMPOSSIBLE: readonly Call[] = [...ACTS, ...REFUSED];
export const CALLS: readonly Call[] = [...ASKED, ...IMPOSSIBLE, ...TAKEN];
