/** `potluck picture`: the rich picture, as SVG. */
import { answer, tellable } from '#cli/answer';
import { CallError, type Command } from '#cli/command';
import { picture as draw } from '#core/picture/svg';

export const picture: Command = {
  name: 'picture',
  takes: 'FILE',
  answers: 'the rich picture, as SVG',
  about:
    'Draws the community as an audience may see it, on one day: who brings what, through which pools and activities, and who receives it. Amounts that nobody knows are drawn as hollow tubes.',
  options: [{ name: 'out', value: 'FILE', says: 'write the picture there instead of to standard output' }],
  examples: [
    'potluck picture cases/km4dev/community.yaml --as-of 2009 --out km4dev.svg',
    'potluck picture my.yaml --audience public > my.svg',
  ],
  run: async (call, world) => {
    const out = call.options.get('out');
    const look = { fontFaces: await world.fontFaces() };
    let drawn: string | null = null;
    const keep = (text: string) => {
      drawn = text;
    };
    const told = { ...world, out: keep };
    const code = await answer(call, told, {
      json: (view, { head, loaded }) => ({
        ...head,
        svg: draw(view, look),
        problems: tellable(loaded, view),
      }),
      text: (view) => draw(view, look),
      empty: { svg: null },
    });
    if (drawn === null) return code;
    if (out === undefined) world.out(drawn);
    else {
      await write(out, drawn);
      world.err(`Wrote ${out}.\n`);
    }
    return code;

    async function write(path: string, text: string): Promise<void> {
      try {
        await world.write(path, text);
      } catch (error) {
        const why = (error as NodeJS.ErrnoException).code ?? 'the system does not tell why';
        throw new CallError(`${path} cannot be written (${why}). Choose another place with --out.`);
      }
    }
  },
};
