import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { gatherEvidence } from '#core/handoff';
import { scheduleFile } from '#core/oncall';
import { handoffPdf } from '#core/store';
import { scheduleFileFacts } from './api/oncall-views.ts';
import { company, type Parts, whoIsAtDesk } from './parts.ts';

/** Given twice, or not at all: everything. */
const Filter = z.object({
  person: z.string().nullable().catch(null).default(null),
  trade: z.string().nullable().catch(null).default(null),
});
const NONE = { error: 'There is no such document.' };

/** Documents as files: the handoff of a session, the evidence of an incident, the schedule as a calendar. */
export function documentRoutes(server: FastifyInstance, parts: Parts): void {
  server.get<{ Querystring: { person?: string; trade?: string } }>('/documents/oncall.ics', (request, reply) => {
    const { person, trade } = Filter.parse(request.query);
    const file = scheduleFile(scheduleFileFacts(parts), { person, trade }, parts.clock.now());
    if (file === null) return reply.code(404).send(NONE);
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="nightdesk-oncall.ics"')
      .send(file);
  });
  server.get<{ Params: { file: string } }>('/documents/handoff/:file', (request, reply) => {
    const pdf = handoffPdf(parts.store.read, request.params.file.replace(/\.pdf$/, ''));
    if (!pdf) return reply.code(404).send(NONE);
    return reply
      .type('application/pdf')
      .header('content-disposition', 'inline; filename="nightdesk-handoff.pdf"')
      .send(Buffer.from(pdf));
  });
  server.get<{ Params: { file: string } }>('/documents/evidence/:file', (request, reply) => {
    const by = whoIsAtDesk(parts);
    const evidence = gatherEvidence(parts.store.read, request.params.file.replace(/\.json$/, ''), {
      company: company(parts)?.name ?? '',
      at: parts.clock.now(),
      by: by && 'name' in by ? by.name : 'nobody signed in',
      version: parts.version,
    });
    if (!evidence) return reply.code(404).send(NONE);
    return reply.header('content-disposition', 'attachment; filename="nightdesk-evidence.json"').send(evidence);
  });
}
