import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { runningCount } from '#core/store';
import { alarmWords } from '#shared/incident';
import type { Access } from './access.ts';
import { alarmsOf } from './api/index.ts';
import { mustStayAwake } from './awake.ts';
import { company, type Parts } from './parts.ts';

const Power = z.object({ event: z.enum(['suspend', 'resume', 'unlock']) });
const Call = z.object({ from: z.string().max(40).nullish(), to: z.string().max(40).nullish() });

/** What the desktop shell and the windows need beside the page: a ticket, the state of the desk, pokes, calls. */
export function shellRoutes(server: FastifyInstance, parts: Parts, access: Access): void {
  server.post('/ticket', async () => ({ ticket: access.issueTicket() }));
  server.get('/shell/state', async () => {
    const alarms = alarmsOf(parts);
    const now = parts.clock.now();
    parts.figures.shellAskedAt = now;
    parts.presence.shellAsked();
    const language = company(parts)?.language ?? 'en';
    const loud = alarms.find((each) => each.isSilencedUntil === null || each.isSilencedUntil <= now);
    const runningLadders = runningCount(parts.store.read);
    const sentence = (alarm: (typeof alarms)[number]): string =>
      [
        alarmWords(alarm.kind, language),
        alarm.number === null ? '' : `#${alarm.number}`,
        alarm.place ?? '',
        alarm.detail?.[language] ?? '',
      ]
        .filter((each) => each !== '')
        .join(' · ');
    return {
      alarm: loud ? { kind: loud.kind, sentence: sentence(loud), since: loud.since } : null,
      keepAwake: mustStayAwake(parts),
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
