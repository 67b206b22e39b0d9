import { loopbackServer, type StandInAnswer, troubles } from './loopback-server.ts';

/** ntfy and Gotify as docs.ntfy.sh and gotify.net have them: one way in for a message, a page that says how they are. */

export const NTFY_TOKEN = 'tk_token_of_the_test';
export const GOTIFY_TOKEN = 'A.token.of.the.test';

export type Pushed = {
  readonly topic: string;
  readonly message: string;
  readonly priority: number;
};

const ntfyRefusal = (http: number, code: number, error: string): StandInAnswer => ({
  status: http,
  body: { code, http, error, link: 'https://ntfy.sh/docs/publish/' },
});

const readObject = (body: string): Record<string, unknown> => {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
};

/** `token` null: anybody may write. */
export async function ntfyStandIn(token: string | null = NTFY_TOKEN) {
  const pushed: Pushed[] = [];
  const topics = troubles();
  let override: StandInAnswer | null = null;
  let isHealthy = true;

  const publish = (body: string): StandInAnswer => {
    const { topic, message, priority } = readObject(body);
    if (typeof topic !== 'string' || !/^[-_A-Za-z0-9]{1,64}$/.test(topic))
      return ntfyRefusal(400, 40_009, 'invalid request: topic invalid');
    if (topics.isThrottled(topic)) return ntfyRefusal(429, 42_901, 'limit reached: too many requests');
    if (Buffer.byteLength(String(message)) > 4_096) return ntfyRefusal(413, 41_301, 'attachment too large');
    pushed.push({ topic, message: String(message), priority: Number(priority) });
    if (topics.hanging.has(topic)) return 'hang';
    const id = `msg${pushed.length}`;
    return { status: 200, body: { id, time: 1, expires: 2, event: 'message', topic, message, priority } };
  };

  const server = await loopbackServer(({ method, path, headers, body }) => {
    if (override !== null) return override;
    if (path === '/v1/health') return { status: 200, body: { healthy: isHealthy } };
    if (token !== null && headers.authorization !== `Bearer ${token}`) {
      return headers.authorization === undefined
        ? ntfyRefusal(403, 40_301, 'forbidden')
        : ntfyRefusal(401, 40_101, 'unauthorized');
    }
    if (path.endsWith('/auth')) return { status: 200, body: { success: true } };
    return method === 'POST' && path === '/' ? publish(body) : ntfyRefusal(404, 40_401, 'page not found');
  });
  return {
    ...server,
    pushed,
    doors: topics.doors,
    answerWith(answer: StandInAnswer | null) {
      override = answer;
    },
    feel(isWell: boolean) {
      isHealthy = isWell;
    },
  };
}

const gotifyRefusal = (status: number, error: string, errorDescription: string): StandInAnswer => ({
  status,
  body: { error, errorCode: status, errorDescription },
});

export async function gotifyStandIn() {
  const pushed: { readonly title: string; readonly message: string; readonly priority: number }[] = [];
  let override: StandInAnswer | null = null;
  let isHanging = false;
  let isThrottled = false;
  let health = { health: 'green', database: 'green' };

  const server = await loopbackServer(({ method, path, headers, body }) => {
    if (override !== null) return override;
    if (path === '/health') return { status: health.database === 'green' ? 200 : 500, body: health };
    if (method !== 'POST' || path !== '/message') return gotifyRefusal(404, 'Not Found', 'page not found');
    if (headers['x-gotify-key'] !== GOTIFY_TOKEN)
      return gotifyRefusal(401, 'Unauthorized', 'you need to provide a valid access token or user credentials');
    const { title, message, priority } = readObject(body);
    if (typeof message !== 'string' || message === '')
      return gotifyRefusal(400, 'Bad Request', "Field 'message' is required");
    if (isThrottled) {
      isThrottled = false;
      return gotifyRefusal(429, 'Too Many Requests', 'slow down');
    }
    pushed.push({ title: String(title), message, priority: Number(priority) });
    if (isHanging) return 'hang';
    const shown = { id: pushed.length, appid: 1, message, title, priority, date: '2026-11-26T04:00:00Z' };
    return { status: 200, body: shown };
  });
  return {
    ...server,
    pushed,
    answerWith(answer: StandInAnswer | null) {
      override = answer;
    },
    feel(next: { health: string; database: string }) {
      health = next;
    },
    /** It knows no topics: whatever is sent next is in trouble. */
    doors: {
      throttle(phone: string) {
        isThrottled = true;
        return phone;
      },
      hang(phone: string) {
        isHanging = true;
        return phone;
      },
      heal() {
        isHanging = false;
        isThrottled = false;
      },
    },
  };
}
