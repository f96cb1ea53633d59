import type { Server } from 'node:http';

/** Listens on this machine alone; a port that is taken is an error with code EADDRINUSE. */
export const listen = (server: Server, port: number) =>
  new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      done();
    });
  });

/** Whoever is still connected is cut off: they are on this machine and see why. */
export const close = (server: Server) =>
  new Promise<void>((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
