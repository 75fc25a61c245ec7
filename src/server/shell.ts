/**
 * The first sight of the application, written into the page before any script runs: the name of a community or those on
 * the shelf, and what they say of themselves. Holds only what the one who asks may see; the rooms take its place.
 */
import type { Context } from 'hono';
import { escapeXml as escaped } from '#core/picture/svg';
import { say } from '#core/words/message';
import type { Carried } from '#server/caller';
import { languageOfBrowser, speechOf } from '#server/speech';
import type { CommunitySummary, Sight, Store } from '#store/port';

/** What is written into the page. All of it is escaped HTML. */
export interface Shell {
  readonly language: string;
  readonly title: string;
  /** Beside the bowl: where one is. */
  readonly where: string;
  /** Below the head. */
  readonly room: string;
  /** The addresses of what the page will ask for first, so that it is under way while the scripts come. */
  readonly data: readonly string[];
}

/** Who looks: every room asks that. */
const ME = '/api/me';

/** Lines of the shelf that are written at once; the rest come with the pictures. */
const MOST = 24;

/** The first sight of an address; null where it has none of its own, or where the store does not answer. */
export async function shellOf(context: Context<Carried>, store: Store): Promise<Shell | null> {
  const [, first = '', id = ''] = context.req.path.split('/');
  const caller = context.get('caller');
  // What somebody chose in the menu only their browser knows.
  const language = languageOfBrowser(context.req.header('accept-language'));
  try {
    if (first === '') return shelf(await store.list(caller.sights), language);
    if (BARE.has(first)) return bare(language);
    if (first !== 'c' || id === '') return null;
    const community = decodeURIComponent(id);
    const audience = caller.audienceFor(community, context.req.query('eyes'));
    if (audience === null) return null;
    const sight: Sight = { community, audience };
    const [found] = await store.list([sight]);
    if (found === undefined) return null;
    // The page will ask for just this, unless it looks through other eyes or speaks another language.
    const asks = context.req.query('eyes') === undefined && language === 'en';
    return {
      ...(await room(found, language)),
      data: asks ? [`/api/communities/${encodeURIComponent(community)}/view`, ME] : [],
    };
  } catch {
    // The page comes without it, and says itself what is amiss.
    return null;
  }
}

/** Rooms of nobody in particular: what stands in them is known only when they are open. */
const BARE: ReadonlySet<string> = new Set(['settings', 'sign-in', 'join', 'recover']);

async function bare(language: string): Promise<Shell> {
  const speech = await speechOf(language);
  const waiting = escaped(say('waiting', 'Laying the table…', {}, speech ?? undefined));
  const room = `<div class="shell"><p class="quiet">${waiting}</p></div>`;
  return { language, title: 'Potluck', where: '', room, data: language === 'en' ? [ME] : [] };
}

async function shelf(all: readonly CommunitySummary[], language: string): Promise<Shell> {
  const speech = await speechOf(language);
  const told = (id: string, icu: string) => escaped(say(id, icu, {}, speech ?? undefined));
  const lines = all
    .slice(0, MOST)
    .map(({ id, name }) => `<li><a href="/c/${encodeURI(id)}">${escaped(name)}</a></li>`);
  return {
    language,
    title: 'Potluck',
    data: language === 'en' ? [ME] : [],
    where: '',
    room: [
      `<div class="shell"><p class="shell-title">${told('shelf.title', 'Everyone brings something. Who carries what?')}</p>`,
      `<p>${told('shelf.lede', 'Draw your community’s table in ten minutes. Not knowing is a fine answer.')}</p>`,
      `<ul>${lines.join('')}</ul></div>`,
    ].join('\n'),
  };
}

async function room({ name, about }: CommunitySummary, language: string): Promise<Omit<Shell, 'data'>> {
  const speech = await speechOf(language);
  return {
    language,
    title: `${escaped(name)} · Potluck`,
    where: `<div class="where shell-where"><span class="where-name">${escaped(name)}</span></div>`,
    room: [
      `<div class="shell"><p class="shell-title">${escaped(name)}</p>`,
      about === null ? '' : `<p>${escaped(about)}</p>`,
      `<p class="quiet">${escaped(say('waiting', 'Laying the table…', {}, speech ?? undefined))}</p></div>`,
    ].join('\n'),
  };
}

/** The page with its first sight in it. */
export function withShell(html: string, shell: Shell): string {
  return html
    .replace('<html lang="en"', `<html lang="${shell.language}"`)
    .replace('<title>Potluck</title>', () => `<title>${shell.title}</title>`)
    .replace('<!--where-->', () => shell.where)
    .replace('<!--room-->', () => shell.room);
}
