/** Requests as an attacker writes them, byte by byte: no client between that would mend a path or a header. */
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { App } from '#test/security/doors';

export interface Wire {
  /** Sends the lines and gives all that comes back before the connection is closed. */
  readonly send: (lines: readonly string[], body?: string) => Promise<string>;
  readonly close: () => void;
}

/** The application on a port of its own. */
export async function wireTo(app: App): Promise<Wire> {
  const server: Server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  const send = (lines: readonly string[], body = ''): Promise<string> =>
    new Promise((done, failed) => {
      const socket = connect(port, '127.0.0.1');
      let text = '';
      socket.setEncoding('latin1');
      socket.on('data', (part: string) => {
        text += part;
      });
      socket.on('end', () => done(text));
      socket.on('error', (error) => (text === '' ? failed(error) : done(text)));
      socket.write(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n${body}`);
    });
  return { send, close: () => server.close() };
}
