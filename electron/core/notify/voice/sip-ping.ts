import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { connect } from 'node:net';

const PORT = 5060;
const TLS_PORT = 5061;
/** One packet may be lost; the same one twice is one question. */
const PACKETS = 2;

/**
 * Whether something that speaks SIP is at an address: for an account that never registers, so that nothing else would say so
 * before the first call. Any answer will do; where it speaks TCP, that it takes a connection.
 */
export function answersSip(server: string, transport: 'udp' | 'tcp' | 'tls', signal: AbortSignal): Promise<boolean> {
  const [host = '', port] = server.split(':');
  const at = port === undefined ? (transport === 'tls' ? TLS_PORT : PORT) : Number(port);
  return transport === 'udp' ? answersUdp(host, at, signal) : takesTcp(host, at, signal);
}

function takesTcp(host: string, port: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, signal }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

function answersUdp(host: string, port: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket({ type: 'udp4', signal });
    const over = (isThere: boolean): void => {
      resolve(isThere);
      socket.removeAllListeners();
      // An abort has closed it already, and then it is not to be closed again.
      if (!signal.aborted) socket.close();
    };
    socket.on('error', () => over(false));
    socket.on('close', () => resolve(false));
    socket.on('message', (message) => message.toString('latin1', 0, 8) === 'SIP/2.0 ' && over(true));
    socket.connect(port, host, () => {
      const { address, port: own } = socket.address();
      const packet = options(host, `${address}:${own}`);
      for (let sent = 0; sent < PACKETS; sent += 1) socket.send(packet);
    });
  });
}

function options(host: string, own: string): string {
  const id = randomBytes(8).toString('hex');
  return [
    `OPTIONS sip:${host} SIP/2.0`,
    `Via: SIP/2.0/UDP ${own};branch=z9hG4bK${id};rport`,
    'Max-Forwards: 70',
    `From: <sip:nightdesk@${own}>;tag=${id}`,
    `To: <sip:${host}>`,
    `Call-ID: ${id}`,
    'CSeq: 1 OPTIONS',
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');
}
