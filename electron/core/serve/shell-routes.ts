import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { openDeskSession, runningCount } from '#core/store';
import type { BothLanguages } from '#shared/contract';
import type { AlarmKind } from '#shared/incident';
import type { Access } from './access.ts';
import { alarmsOf } from './api/index.ts';
import { company, type Parts } from './parts.ts';

const Power = z.object({ event: z.enum(['suspend', 'resume', 'unlock']) });
const Call = z.object({ from: z.string().max(40).nullish(), to: z.string().max(40).nullish() });

const ALARM_SENTENCES: Readonly<Record<AlarmKind | 'gatewayDown' | 'clockWentBack', BothLanguages>> = {
  unanswered: { en: 'Nobody has answered', es: 'Nadie ha respondido' },
  stepEmpty: { en: 'A step of the ladder reached nobody', es: 'Un paso de la escala no llegó a nadie' },
  deskStep: { en: 'The ladder has come to you', es: 'La escala llegó a usted' },
  etaMissed: { en: 'The estimate has passed', es: 'Pasó la hora estimada' },
  noEta: { en: 'Taken, but without an estimate', es: 'Aceptado, pero sin hora estimada' },
  callByHand: { en: 'Call by hand now', es: 'Llame a mano ahora' },
  notResolved: { en: 'On site for long, not done', es: 'Lleva mucho en el lugar, sin terminar' },
  messageUnknown: { en: 'It is not known whether a message left', es: 'No se sabe si un mensaje salió' },
  messageFailed: { en: 'A message could not be delivered', es: 'Un mensaje no se pudo entregar' },
  residentNotFixed: { en: 'The resident says it is not fixed', es: 'El residente dice que sigue igual' },
  lateByHours: { en: 'A step is hours late', es: 'Un paso lleva horas de retraso' },
  promiseDue: { en: 'A promised answer is due', es: 'Toca dar una respuesta prometida' },
  withoutClock: { en: 'An open incident has no clock', es: 'Un incidente abierto no tiene reloj' },
  clockWentBack: {
    en: 'The clock of this computer went back: check the time',
    es: 'El reloj de esta computadora retrocedió: revise la hora',
  },
  gatewayDown: { en: 'The gateway does not answer', es: 'La pasarela no responde' },
};

const isAlarmKind = (kind: string): kind is keyof typeof ALARM_SENTENCES => Object.hasOwn(ALARM_SENTENCES, kind);

/** What the desktop shell and the windows need beside the page: a ticket, the state of the desk, pokes, calls. */
export function shellRoutes(server: FastifyInstance, parts: Parts, access: Access): void {
  server.post('/ticket', async () => ({ ticket: access.issueTicket() }));
  server.get('/shell/state', async () => {
    const alarms = alarmsOf(parts);
    const now = parts.clock.now();
    const language = company(parts)?.language ?? 'en';
    const loud = alarms.find((each) => each.isSilencedUntil === null || each.isSilencedUntil <= now);
    const runningLadders = runningCount(parts.store.read);
    const sentence = (alarm: (typeof alarms)[number]): string =>
      [
        isAlarmKind(alarm.kind) ? ALARM_SENTENCES[alarm.kind][language] : alarm.kind,
        alarm.number === null ? '' : `#${alarm.number}`,
        alarm.place ?? '',
      ]
        .filter((each) => each !== '')
        .join(' · ');
    return {
      alarm: loud ? { kind: loud.kind, sentence: sentence(loud), since: loud.since } : null,
      keepAwake: openDeskSession(parts.store.read) !== null || runningLadders > 0,
      runningLadders,
      badge: alarms.length,
      notifications: alarms.slice(0, 10).map((alarm) => ({
        id: `${alarm.kind}.${alarm.incidentId ?? ''}.${alarm.since}`,
        title: 'Nightdesk',
        body: sentence(alarm),
      })),
    };
  });
  server.post('/shell/power', async (request, reply) => {
    if (!Power.safeParse(request.body).success) return reply.code(400).send({ error: 'event' });
    parts.desk.poke();
    return { ok: true };
  });
  server.post('/shell/call', async (request, reply) => {
    const call = Call.safeParse(request.body);
    if (!call.success) return reply.code(400).send({ error: 'call' });
    // Shown, never acted upon: any web page can fire the link.
    parts.figures.lastCall = { from: call.data.from ?? '', to: call.data.to ?? '', at: parts.clock.now() };
    parts.hub.publish(['call']);
    return { ok: true };
  });
}
