import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type AlertFacts,
  alertFeature,
  alertsDocument,
  type Degrees,
  hourlyDocument,
  pointDocument,
} from '../weather-documents.ts';

/** How the service misbehaves. `cut`: the body ends in its middle. `elsewhere`: it sends on to another server. */
export type Trouble = 'none' | 'error' | 'cut' | 'huge' | 'hang' | 'garbled' | 'elsewhere';

/**
 * The weather service's public endpoints as they are documented: 403 without a User-Agent, 400 for parameters and decimals
 * it does not know, Cache-Control, Last-Modified and 304, places sent on to their rounded address, 404 for a square that
 * was drawn anew. On this computer only.
 */
export type WeatherStandIn = {
  readonly url: string;
  /** Paths in the order in which they were asked for. */
  readonly asked: string[];
  /** What the answers were. */
  readonly answers: number[];
  readonly userAgents: Set<string>;
  trouble: Trouble;
  /** Only documents of this kind are in trouble; null: all of them. */
  troubleOf: 'points' | 'gridpoints' | 'alerts' | null;
  maxAgeS: number;
  /** The forecast for every square. */
  forecast: { readonly from: number; readonly degrees: readonly Degrees[]; readonly updatedAt?: number };
  alerts: readonly AlertFacts[];
  zones: readonly string[];
  /** Draws the grid anew: squares of before are gone. */
  regrid(): void;
  /** Every place is sent on to an address of its own first. */
  isRoundabout: boolean;
  close(): Promise<void>;
};

const HUGE_BYTES = 10 * 1024 * 1024;

export async function weatherStandIn(): Promise<WeatherStandIn> {
  let shift = 0;
  let url = '';
  const server = createServer((request, response) => answer(request, response));
  const service: WeatherStandIn = {
    get url() {
      return url;
    },
    asked: [],
    answers: [],
    userAgents: new Set(),
    trouble: 'none',
    troubleOf: null,
    maxAgeS: 600,
    forecast: { from: 0, degrees: [] },
    alerts: [],
    zones: ['ILZ104', 'ILC031'],
    isRoundabout: false,
    regrid: () => {
      shift += 1_000;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  const send = (response: ServerResponse, status: number, body = '', headers: Record<string, string> = {}): void => {
    service.answers.push(status);
    response.writeHead(status, headers).end(body);
  };

  const refused = (response: ServerResponse, status: number, headers: Record<string, string> = {}): null => {
    send(response, status, '', headers);
    return null;
  };

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    service.asked.push(request.url ?? '/');
    const agent = request.headers['user-agent'] ?? '';
    if (!/\(\S+@\S+\)/.test(agent)) return send(response, 403);
    service.userAgents.add(agent);
    const isAlerts = pathname === '/alerts/active';
    if ([...searchParams.keys()].some((name) => !isAlerts || name !== 'zone')) return send(response, 400);
    const isTroubled = service.troubleOf === null || pathname.startsWith(`/${service.troubleOf}`);
    if (isTroubled && misbehave(response)) return;
    const document = documentAt(pathname, searchParams, response);
    if (document !== null) sendDocument(request, response, document);
  };

  const misbehave = (response: ServerResponse): boolean => {
    const { trouble } = service;
    if (trouble === 'error') send(response, 500, '', { 'retry-after': '30' });
    if (trouble === 'elsewhere') send(response, 302, '', { location: 'https://weather.example/points/1,2' });
    if (trouble === 'garbled') send(response, 200, '<html>maintenance</html>');
    if (trouble === 'huge') send(response, 200, ' '.repeat(HUGE_BYTES));
    if (trouble === 'cut') {
      service.answers.push(200);
      response.writeHead(200, { 'content-length': '1000' }).write('{"properties":');
      setImmediate(() => response.destroy());
    }
    return trouble !== 'none';
  };

  const documentAt = (path: string, query: URLSearchParams, response: ServerResponse): unknown => {
    if (path === '/alerts/active') {
      const zones = query.get('zone')?.split(',') ?? [];
      const here = service.alerts.filter((each) => (each.zones ?? ['ILZ104']).some((zone) => zones.includes(zone)));
      return alertsDocument(...here.map(alertFeature));
    }
    const [, lat, lon] = /^\/points\/(-?[\d.]+),(-?[\d.]+)$/.exec(path) ?? [];
    if (lat !== undefined && lon !== undefined) {
      if ([lat, lon].some((each) => /\.\d{5}/.test(each))) return refused(response, 400);
      if (service.isRoundabout && !lat.endsWith('0'))
        return refused(response, 301, { location: `/points/${lat}0,${lon}` });
      // A square is two and a half kilometres wide: about a fortieth of a degree.
      const square = { office: 'LOT', x: Math.floor(Number(lat) * 40) + shift, y: Math.floor(Number(lon) * 40) };
      return pointDocument(url, { ...square, zones: service.zones });
    }
    const x = /^\/gridpoints\/LOT\/(-?\d+),-?\d+\/forecast\/hourly$/.exec(path)?.[1];
    if (x === undefined || Number(x) < SOUTHERNMOST + shift) return refused(response, 404);
    const { from, degrees, ...more } = service.forecast;
    return hourlyDocument(from, degrees, more);
  };

  const sendDocument = (request: IncomingMessage, response: ServerResponse, document: unknown): void => {
    const body = JSON.stringify(document);
    const lastModified = new Date(hash(body) * 1_000).toUTCString();
    const headers = { 'cache-control': `public, max-age=${service.maxAgeS}`, 'last-modified': lastModified };
    if (request.headers['if-modified-since'] === lastModified) return send(response, 304, '', headers);
    send(response, 200, body, { ...headers, 'content-type': 'application/geo+json' });
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server has one
  return service;
}

/** Places of tests lie between 37.5 and 62.5 degrees north: squares below it are of a grid that is gone. */
const SOUTHERNMOST = 1_500;

/** The same body has the same time, another body another one. */
function hash(text: string): number {
  let value = 0;
  for (let index = 0; index < text.length; index += 1) value = (value * 31 + text.charCodeAt(index)) % 1_000_000_007;
  return value;
}
