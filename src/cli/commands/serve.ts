/** `potluck serve`: the application in the browser. */
import { CallError, type Command } from '#cli/command';
import { checkCommon } from '#cli/load';

export const serve: Command = {
  name: 'serve',
  takes: '[--port N] [--data DIR]',
  answers: 'the application; npm start is this with the cases loaded',
  about:
    'Starts the application for one person at this machine and says where it is. It can be reached from this machine only. Ctrl-C ends it; what was kept stays in the data folder.',
  options: [
    { name: 'port', value: 'N', says: 'where it listens (4321 unless said, or PORT)' },
    { name: 'data', value: 'DIR', says: 'where it keeps what you enter (a folder of your own unless said)' },
  ],
  examples: ['potluck serve', 'potluck serve --port 8080 --data ./potluck-data'],
  run: async (call, world) => {
    checkCommon(call);
    if (call.words.length > 0)
      throw new CallError(`potluck serve takes no files; ${call.words.join(' ')} is too much.`);
    return world.serve({
      port: call.options.get('port'),
      data: call.options.get('data'),
      json: call.options.has('json'),
    });
  },
};
