/** `potluck export`: a community in a form that others can use: pictures, pages, tables, files. */
import { json, tellable } from '#cli/answer';
import { numberOption } from '#cli/arguments';
import type { Command, ExitCode, World } from '#cli/command';
import { lookAt } from '#cli/load';
import { writeOut } from '#cli/out';
import { problemsText } from '#cli/problems';
import { callError, given, meant, WRONG, WRONG_FILE, WRONG_USE } from '#cli/wrong';
import { exportAs } from '#core/export/export';
import { type Format, formatOf, formats } from '#core/export/formats';
import { nearest } from '#core/file/nearest';
import { disclosure } from '#core/report';

const THEMES = ['light', 'dark', 'print'] as const;

export const exporting: Command = {
  name: 'export',
  takes: 'FORMAT FILE',
  answers: 'picture, page, table or file to take along',
  about:
    'Writes a community as an audience may see it, on one day, in one of these forms. {forms} Nothing that the audience may not see is in any of them.',
  fills: () => ({ forms: formats.map((format) => `${format.id}: ${format.name().text}.`).join(' ') }),
  options: [
    { name: 'out', value: 'FILE', says: 'write it there instead of to standard output' },
    { name: 'theme', value: 'light|dark|print', says: 'the paper of svg and png; light unless said' },
    { name: 'width', value: 'N', says: 'png: how wide, in dots; twice the drawing unless said' },
  ],
  examples: [
    'potluck export html cases/km4dev/community.yaml --out km4dev.html',
    'potluck export png my.yaml --audience public --as-of 2026 --out my.png',
    'potluck export markdown cases/allotment-school/community.yaml',
  ],
  run: async (call, world) => {
    const [id, path, ...rest] = call.words;
    const format = wanted(id);
    if (path === undefined)
      throw callError(WRONG_FILE.whichCall({ call: `potluck export ${format.id} FILE` }));
    if (rest.length > 0) throw callError(WRONG_FILE.one({ rest: rest.join(' ') }));
    const theme = themeOf(call.options.get('theme'));
    const width = call.options.has('width') ? numberOption(call, 'width', 0, 1) : undefined;
    const { loaded, view, head } = await lookAt(path, call, world);
    if (loaded.problems.length > 0) world.err(problemsText(loaded.problems, loaded.text, world.columns));
    const shape = { ...head, format: format.id, media: format.media };
    const asJson = call.options.has('json');
    if (view === null) {
      if (asJson) world.out(json({ ...shape, content: null, encoding: 'text', problems: loaded.problems }));
      return 1;
    }
    const page = format.id === 'html' ? 'page' : 'picture';
    const input = { view, theme, text: disclosure(view, loaded.text).file };
    const faces = await world.typefaces();
    const drawn = exportAs(format.id, { ...input, fontFaces: (text) => faces(text, page) });
    const content = format.text ? drawn : await world.paint(drawn, width);
    if (asJson) {
      const encoding = typeof content === 'string' ? 'text' : 'base64';
      const told = typeof content === 'string' ? content : Buffer.from(content).toString('base64');
      world.out(json({ ...shape, content: told, encoding, problems: tellable(loaded, view) }));
      return 0;
    }
    return give(content, call.options.get('out'), world);
  },
};

async function give(content: string | Uint8Array, out: string | undefined, world: World): Promise<ExitCode> {
  if (out !== undefined) await writeOut(world, out, content);
  else if (typeof content === 'string') world.out(content);
  else world.outBytes(content);
  return 0;
}

function wanted(id: string | undefined): Format {
  const known = formats.map((one) => one.id);
  if (id === undefined)
    throw callError(WRONG.whichFormat({ call: 'potluck export FORMAT FILE', known: known.join(', ') }));
  const format = formatOf(id);
  if (format !== null) return format;
  throw callError(WRONG.noFormat({ id }), meant(nearest(id, known)), WRONG.are({ known: known.join(', ') }));
}

function themeOf(asked: string | undefined): (typeof THEMES)[number] {
  const theme = THEMES.find((one) => one === (asked ?? 'light'));
  if (theme === undefined) throw callError(WRONG_USE.theme({ given: given(asked ?? '') }));
  return theme;
}
