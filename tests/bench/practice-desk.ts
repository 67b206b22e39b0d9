import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, openCore } from '#core';
import type { PlaceMatch, ReportInput } from '#shared/contract';
import { signIn } from '../world.ts';

export const VERSION = '0.1.0';

/** A fresh folder that is removed afterwards, whatever happens. */
export async function withFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The core on this machine's own clock; without a console, which no benchmark looks at. */
export const openBenchCore = (folder: string): Promise<Core> =>
  openCore({ folder, port: 0, rendererFolder: join(folder, 'no-console'), version: VERSION });

/** The demo company with its coordinator signed in. */
export async function openDemo(folder: string): Promise<Core> {
  const core = await openBenchCore(folder);
  await core.api.showDemo();
  await signIn(core);
  return core;
}

/** Every unit of the demo that somebody with a telephone lives in. */
export function homes(core: Core): readonly PlaceMatch[] {
  return core.api
    .portfolio()
    .properties.flatMap((property) => core.api.residentsOf(property.id))
    .filter((place) => place.unit !== null && place.residents[0]?.phone != null);
}

/** What the console sends when the coordinator confirms a report. */
export function reportOf(place: PlaceMatch, text: string, firstContactAt: number): ReportInput {
  const resident = place.residents[0];
  return {
    requestId: randomUUID(),
    draftId: null,
    firstContactAt,
    callerPhone: resident?.phone ?? '',
    callerName: resident?.name ?? '',
    language: resident?.language ?? 'en',
    propertyId: place.property.id,
    placeText: '',
    unitId: place.unit?.id ?? null,
    residentId: resident?.id ?? null,
    text,
    answers: [],
    category: null,
    tier: null,
    tierReason: '',
    permissionToEnter: 'unknown',
  };
}

/** The console API as a window speaks to it: one kept connection. */
export function consoleClient(address: { readonly url: string; readonly token: string }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = (method: 'GET' | 'POST', path: string, body: string | null) =>
    new Promise<unknown>((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${address.token}`,
        ...(body === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      };
      const asking = request(`${address.url}/trpc/${path}`, { method, agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if (response.statusCode !== 200) return reject(new Error(`${path}: ${response.statusCode} ${text}`));
          resolve((JSON.parse(text) as { result: { data: unknown } }).result.data); // tRPC's own envelope
        });
      });
      asking.on('error', reject);
      asking.end(body ?? undefined);
    });
  return {
    ask: (procedure: string, input: unknown) =>
      send('GET', `${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, null),
    /** `body` is JSON text, so that making it is not part of what is measured. */
    tell: (procedure: string, body: string) => send('POST', procedure, body),
    close: () => agent.destroy(),
  };
}
