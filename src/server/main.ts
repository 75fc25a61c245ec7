/** The server as the rest of the house meets it: run it, or make its application for another door. */
export { createApp } from '#server/app';
export { type Serving, serve, serveUntilEnded } from '#server/serve';
