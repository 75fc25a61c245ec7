/** `potluck serve`: the application in the browser. */
import type { Command } from '#cli/command';
import { checkCommon } from '#cli/load';
import { callError, WRONG_FILE } from '#cli/wrong';

export const serve: Command = {
  name: 'serve',
  takes: '[--port N] [--data DIR] [--host ADDR --site URL]',
  answers: 'the application; npm start is this with the cases loaded',
  about:
    'Starts the application and says where it is. It can be reached from this machine only, and whoever sits there looks after everything, until “Invite others” in the settings makes the first account; after that everybody signs in, and --host and --site open it to others. Ctrl-C ends it; what was kept stays in the data folder.',
  options: [
    { name: 'port', value: 'N', says: 'where it listens (4321 unless said, or PORT)' },
    { name: 'data', value: 'DIR', says: 'where it keeps what you enter (a folder of your own unless said)' },
    {
      name: 'host',
      value: 'ADDR',
      says: 'the address to listen at (127.0.0.1 unless said); needs an account',
    },
    {
      name: 'site',
      value: 'URL',
      says: 'under which address people reach it, such as https://potluck.example',
    },
    {
      name: 'trust-proxy',
      value: null,
      says: 'a proxy of yours stands before it: the address it adds to X-Forwarded-For counts',
    },
  ],
  examples: [
    'potluck serve',
    'potluck serve --port 8080 --data ./potluck-data',
    'potluck serve --site https://potluck.example --trust-proxy',
  ],
  run: async (call, world) => {
    checkCommon(call);
    if (call.words.length > 0) throw callError(WRONG_FILE.noneTaken({ rest: call.words.join(' ') }));
    return world.serve({
      port: call.options.get('port'),
      data: call.options.get('data'),
      host: call.options.get('host'),
      site: call.options.get('site'),
      trustsProxy: call.options.has('trust-proxy'),
      json: call.options.has('json'),
    });
  },
};
