/**
 * The picture as one stand-alone SVG: title, description, legend, date and source on it, colours as attributes, so that
 * any program draws it and no stylesheet is needed. The same view gives the same text, to the letter.
 */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { inLanguage } from '#core/model/fact';
import { dayWords } from '#core/picture/days';
import { type Legend, legend } from '#core/picture/legend';
import { lineWidth, wrap } from '#core/picture/measure';
import type { Orientation } from '#core/picture/place';
import { type Group, type Scene, scene } from '#core/picture/scene';
import { type Mark, round } from '#core/picture/shape';
import { painted, type Theme } from '#core/picture/style';
import { WORDS } from '#core/picture/words';
import { speech } from '#core/words/speech';

export interface PictureOptions {
  /** Px of the drawing without title and legend. */
  readonly width?: number;
  readonly height?: number;
  readonly orientation?: Orientation;
  /** Only streams of these kinds. */
  readonly kinds?: readonly Id[];
  /** Facts to be lit. */
  readonly lit?: readonly Id[];
  readonly theme?: Theme;
  /** Folds that are opened. */
  readonly open?: readonly string[];
  /** Rules that embed typefaces, such as `@font-face {…}`; none are fetched. */
  readonly fontFaces?: string;
}

const TITLE = 52;
/** The size at which the measures of the strong face come out at the width of the title's own. */
const TITLE_SIZE = 24 * 1.08;
const TITLE_LEAD = 30;

/** Text that is safe in SVG. Control characters that XML forbids are left out. */
export function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

/** The attribute that says in which language a drawing speaks; English is not said. */
export function spokenIn(): string {
  const { language } = speech();
  return language === 'en' ? '' : ` lang="${language}"`;
}

/** One mark as SVG text with the values of a theme. */
export function element(mark: Mark, theme: Theme): string {
  const { class: classes, ...attrs } = mark.attrs;
  const all: Record<string, string | number> = {
    ...(classes === undefined ? {} : painted(String(classes), theme)),
    ...attrs,
  };
  const text = Object.entries(all)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  const inner = (mark.children ?? [])
    .map((child) => (typeof child === 'string' ? escapeXml(child) : element(child, theme)))
    .join('');
  return inner === '' ? `<${mark.tag}${text}/>` : `<${mark.tag}${text}>${inner}</${mark.tag}>`;
}

function layer(name: string, marks: readonly Mark[], theme: Theme): string {
  return marks.length === 0
    ? ''
    : `<g data-layer="${name}">${marks.map((mark) => element(mark, theme)).join('')}</g>`;
}

/** Groups of a scene that are drawn when only some kinds are asked for. */
export function shownGroups(made: Scene, kinds: readonly Id[] | undefined): readonly Group[] {
  if (kinds === undefined) return made.groups;
  return made.groups.filter(
    (group) => group.kind !== 'stream' || group.resource === null || kinds.includes(group.resource),
  );
}

/** Whether a group is lit by the ids of a question's evidence. */
export function isLit(group: Group, lit: ReadonlySet<Id>): boolean {
  if (group.kind === 'loop') return false;
  return lit.has(group.id) || group.facts.some((fact) => lit.has(fact) && group.kind !== 'serves');
}

function drawing(made: Scene, options: PictureOptions, theme: Theme): string {
  const groups = shownGroups(made, options.kinds);
  const lit = new Set(options.lit ?? []);
  const body = groups.map((group) => {
    const inner = [...group.marks].map((mark) => element(mark, theme)).join('');
    const color = painted(group.classes, theme)['color'];
    return `<g data-id="${escapeXml(group.id)}" data-kind="${group.kind}"${color === undefined ? '' : ` color="${color}"`}><title>${escapeXml(group.label)}</title>${inner}</g>`;
  });
  return [
    layer('cloth', made.cloth, theme),
    layer(
      'lit',
      groups.filter((group) => isLit(group, lit)).flatMap((group) => group.light),
      theme,
    ),
    layer('boundary', made.boundary, theme),
    ...body,
    layer(
      'words',
      groups.flatMap((group) => group.words),
      theme,
    ),
  ].join('\n');
}

/** The name with the day beside it, or in lines with the day below where it is too long; and how high they stand, in px. */
function titleOf(view: View, made: Scene): { readonly marks: readonly Mark[]; readonly height: number } {
  const name = inLanguage(view.name);
  const day = dayWords(view.day);
  const line = (words: string, cls: string, x: number, y: number): Mark => ({
    tag: 'text',
    attrs: { class: cls, x: round(x), y },
    children: [words],
  });
  const after = 16 + lineWidth(name, 'strong', TITLE_SIZE) + 14;
  if (after + lineWidth(day, 'data', 13) <= made.width - 16)
    return { marks: [line(name, 'p-title', 16, 34), line(day, 'p-note', after, 34)], height: TITLE };
  const { lines } = wrap(name, 'strong', TITLE_SIZE, made.width - 32, 3);
  const below = 34 + (lines.length - 1) * TITLE_LEAD + 22;
  return {
    marks: [
      ...lines.map((one, i) => line(one, 'p-title', 16, 34 + i * TITLE_LEAD)),
      line(day, 'p-note', 16, below),
    ],
    height: below + TITLE - 34,
  };
}

function emptyWords(made: Scene, top: number): readonly Mark[] {
  if (made.groups.length > 0) return [];
  const attrs = {
    class: 'p-aside p-middle',
    x: round(made.width / 2),
    y: round(top + made.layout.cloth.y),
  };
  return [{ tag: 'text', attrs, children: [WORDS.empty().text] }];
}

/** The counts that stand beside the legend and in the description. */
export function tally(made: Scene): {
  parties: number;
  activities: number;
  pools: number;
  streams: number;
  known: number;
} {
  const { streams, small } = made.contents;
  const flows = [...streams, ...small].filter((stream) => stream.role === 'flow' && stream.over === null);
  const members = (section: string) =>
    made.contents.signs
      .filter((sign) => sign.section === section)
      .reduce((sum, sign) => sum + Math.max(1, sign.folded.length), 0);
  return {
    parties: members('parties'),
    activities: members('activities'),
    pools: members('pools'),
    streams: flows.reduce((sum, stream) => sum + stream.facts.length, 0),
    known: flows.reduce((sum, stream) => sum + stream.counted, 0),
  };
}

/** The picture of a view as SVG text. */
export function picture(view: View, options: PictureOptions = {}): string {
  const theme = options.theme ?? 'light';
  const made = scene(view, options);
  const counts = tally(made);
  const key: Legend = legend(view, made, shownGroups(made, options.kinds));
  const title = titleOf(view, made);
  const [width, height] = [made.width, title.height + made.height + key.height];
  const name = inLanguage(view.name);
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="potluck-title potluck-desc"${spokenIn()}>`;
  return [
    head,
    `<title id="potluck-title">${escapeXml(WORDS.title({ name, date: dayWords(view.day) }).text)}</title>`,
    `<desc id="potluck-desc">${escapeXml(WORDS.desc(counts).text)}</desc>`,
    options.fontFaces === undefined
      ? ''
      : `<style>${escapeXml(options.fontFaces).replaceAll('&quot;', '"')}</style>`,
    element({ tag: 'rect', attrs: { class: 'p-ground', x: 0, y: 0, width, height } }, theme),
    layer('title', [...title.marks, ...emptyWords(made, title.height)], theme),
    `<g transform="translate(${-made.x} ${title.height - made.y})">`,
    drawing(made, options, theme),
    '</g>',
    `<g data-layer="legend" transform="translate(0 ${title.height + made.height})">${key.groups
      .map((one) => {
        const color = painted(one.classes, theme)['color'];
        return `<g${color === undefined ? '' : ` color="${color}"`}>${one.marks.map((mark) => element(mark, theme)).join('')}</g>`;
      })
      .join('')}</g>`,
    '</svg>\n',
  ]
    .filter((part) => part !== '')
    .join('\n');
}
