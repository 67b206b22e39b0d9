/** What is used of the package `smpp`, which brings no types of its own. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server as NetServer, Socket } from 'node:net';

  type Pdu = {
    readonly command: string;
    readonly command_status: number;
    readonly sequence_number: number;
    isResponse(): boolean;
    response(fields?: Readonly<Record<string, unknown>>): Pdu;
    toBuffer(): Buffer;
    /** The fields of the command, and optional ones by their names. */
    readonly [field: string]: unknown;
  };

  interface Session extends EventEmitter {
    readonly socket: Socket;
    /** False when the socket takes nothing more. The answer's callback is never called when the link is cut. */
    send(pdu: Pdu, onResponse?: (response: Pdu) => void): boolean;
    close(): void;
    destroy(): void;
  }

  type ConnectOptions = {
    readonly host: string;
    readonly port: number;
    readonly tls?: boolean;
    readonly ca?: string;
    readonly servername?: string;
  };

  type Param = { readonly type: unknown };

  const smpp: {
    connect(options: ConnectOptions): Session;
    createServer(
      options: { readonly key?: string; readonly cert?: string },
      listener: (session: Session) => void,
    ): NetServer;
    readonly PDU: {
      new (command: string, fields: Readonly<Record<string, unknown>>): Pdu;
      /** What is longer is an error, and breaks the link. */
      maxLength: number;
    };
    readonly errors: Readonly<Record<string, number>>;
    readonly commands: Readonly<
      Record<string, { readonly id: number; readonly params?: Readonly<Record<string, Param>> }>
    >;
    readonly types: { readonly buffer: unknown; readonly cstring: unknown; readonly tlv: { readonly buffer: unknown } };
    readonly encodings: { readonly ASCII: { encode(text: string): Buffer; decode(bytes: Buffer): string } };
    addCommand(command: string, definition: object): void;
    addTLV(tag: string, definition: object): void;
  };
  export default smpp;
  export type { ConnectOptions, Pdu, Session };
}
