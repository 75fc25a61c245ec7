/** `potluck picture`: the rich picture, as SVG; as PNG where the file is to be one. */
import { answer, tellable } from '#cli/answer';
import { numberOption } from '#cli/arguments';
import type { Command } from '#cli/command';
import { writeOut } from '#cli/out';
import { picture as draw } from '#core/picture/svg';

export const picture: Command = {
  name: 'picture',
  takes: 'FILE',
  answers: 'the rich picture, as SVG',
  about:
    'Draws the community as an audience may see it, on one day: who brings what, through which pools and activities, and who receives it. Amounts that nobody knows are drawn as hollow tubes.',
  options: [
    {
      name: 'out',
      value: 'FILE',
      says: 'write the picture there instead of to standard output; x.png is painted as PNG',
    },
    { name: 'width', value: 'N', says: 'PNG: how wide, in dots; twice the drawing unless said' },
  ],
  examples: [
    'potluck picture cases/km4dev/community.yaml --as-of 2009 --out km4dev.svg',
    'potluck picture my.yaml --audience public > my.svg',
    'potluck picture my.yaml --out my.png --width 2400',
  ],
  run: async (call, world) => {
    const out = call.options.get('out');
    const width = call.options.has('width') ? numberOption(call, 'width', 0, 1) : undefined;
    const painted = !call.options.has('json') && out !== undefined && /\.png$/i.test(out);
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
    else await writeOut(world, out, painted ? await world.paint(drawn, width) : drawn);
    return code;
  },
};
