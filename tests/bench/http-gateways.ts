import type { SmsDriver } from '../../electron/core/notify/driver.ts';
import { createDriver, type GatewayKind } from '../../electron/core/notify/gateways/index.ts';
import { androidStandIn, PHONE_PASSWORD, PHONE_USER } from '../gateways/stand-ins/android.ts';
import { type LoopbackServer, loopbackServer } from '../gateways/stand-ins/loopback-server.ts';
import { GOTIFY_TOKEN, gotifyStandIn, NTFY_TOKEN, ntfyStandIn } from '../gateways/stand-ins/push.ts';
import { ACCOUNT, DESK, TOKEN, twilioStandIn } from '../gateways/stand-ins/twilio.ts';
import { QUIET } from '../quiet-gateway-deps.ts';

/** Drivers that speak HTTP, each with the stand-in that its tests have: what the driver itself costs, no network. */
type HttpGateway = {
  readonly name: string;
  open(): Promise<{ readonly server: LoopbackServer; readonly driver: SmsDriver }>;
};

function driverOf(kind: GatewayKind, settings: object): SmsDriver {
  const created = createDriver(kind, settings, { ...QUIET, now: Date.now });
  if (!created.ok) throw new Error(JSON.stringify(created.issues));
  return created.driver;
}

export const HTTP_GATEWAYS: readonly HttpGateway[] = [
  {
    name: 'SMS Gateway for Android',
    async open() {
      const server = await androidStandIn(Date.now);
      const settings = { address: server.url, username: PHONE_USER, password: PHONE_PASSWORD };
      return { server, driver: driverOf('android', settings) };
    },
  },
  {
    name: 'Twilio-compatible',
    async open() {
      const server = await twilioStandIn(Date.now);
      const settings = { address: `${server.url}/2010-04-01`, accountSid: ACCOUNT, authToken: TOKEN, from: DESK };
      return { server, driver: driverOf('twilio', settings) };
    },
  },
  {
    name: 'HTTP template',
    async open() {
      const server = await loopbackServer(() => ({ status: 202 }));
      const body = '{"recipient": "{to}", "message": "{text}", "id": "{key}"}';
      return { server, driver: driverOf('http', { address: `${server.url}/send`, bodyKind: 'json', body }) };
    },
  },
  {
    name: 'ntfy',
    async open() {
      const server = await ntfyStandIn();
      return { server, driver: driverOf('ntfy', { address: server.url, topic: 'night', token: NTFY_TOKEN }) };
    },
  },
  {
    name: 'Gotify',
    async open() {
      const server = await gotifyStandIn();
      return { server, driver: driverOf('gotify', { address: server.url, token: GOTIFY_TOKEN }) };
    },
  },
];
