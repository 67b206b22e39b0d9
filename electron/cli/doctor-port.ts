import { createServer } from 'node:net';
import { type Check, finding } from './doctor-checks.ts';

/** A desk that does not answer in this time is taken for another program. */
const ANSWER_LIMIT_MS = 3_000;

/** Whether the port of the desk is free, or taken by the desk itself. */
export const portCheck: Check = async ({ folder, port: asked }) => {
  const { readKeptAddress } = await import('#core/serve');
  const kept = readKeptAddress(folder);
  const port = asked === 0 ? kept.port : asked;
  if (port === 0) {
    return [
      finding(
        'ok',
        'The port of the desk is chosen at the first start.',
        'El puerto se elige al iniciar por primera vez.',
      ),
    ];
  }
  if (await isFree(port)) return [finding('ok', `Port ${port} is free for the desk.`, `El puerto ${port} está libre.`)];
  if (await isDesk(port, kept.token)) {
    return [
      finding('ok', `The desk is running, on port ${port}.`, `El servicio está en marcha, en el puerto ${port}.`),
    ];
  }
  return [
    finding(
      'warn',
      `Port ${port} is used by another program. The desk takes another one; bookmarks of the old address will not work.`,
      `Otro programa usa el puerto ${port}. El servicio tomará otro; los marcadores con la dirección anterior no funcionarán.`,
    ),
  ];
};

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => resolve(true)));
  });
}

async function isDesk(port: number, token: string): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/shell/state`, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false; // refused, reset, or too late
  }
}
