import type { FastifyInstance } from 'fastify';
import { gatherEvidence } from '#core/handoff';
import { handoffPdf } from '#core/store';
import { company, type Parts, whoIsAtDesk } from './parts.ts';

const NONE = { error: 'There is no such document.' };

/** Documents as files: the handoff of a session, the evidence of an incident. */
export function documentRoutes(server: FastifyInstance, parts: Parts): void {
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
