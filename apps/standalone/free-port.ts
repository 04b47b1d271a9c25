import { createServer } from 'node:net';
import { codeOf } from './cannot-start';

/** A port of 127.0.0.1 that nobody uses at the moment. */
export function freePort(host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

/** Why nothing can listen there: the code of the system, such as EADDRINUSE; '' when it can. */
export function whyNotListen(port: number, host: string): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', (error) => resolve(codeOf(error)));
    server.listen(port, host, () => server.close(() => resolve('')));
  });
}
