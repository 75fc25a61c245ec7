/**
 * A page, a picture, a table, a sponsor's page or a run of the simulation as it is frozen when it is released: HTML without script, the same to put
 * into another page, the drawing, and the table. It says when it was released and for whom, and it stays as it is.
 */
import { analyse } from '#core/analyses/analyse';
import type { View } from '#core/audience/view';
import { csv } from '#core/export/csv';
import { drawn, page, streams, told } from '#core/export/page';
import { svg } from '#core/export/svg';
import { SAY as EXPORT } from '#core/export/words';
import type { Day } from '#core/model/dates';
import { inLanguage } from '#core/model/fact';
import { dayWords } from '#core/picture/days';
import { escapeXml as escaped } from '#core/picture/svg';
import { type RunAsked, releasedRun } from '#core/released-run';
import type { SponsorFor } from '#core/sponsor-for';
import { sponsorCsv, sponsorHtml, sponsorTitle } from '#core/sponsor-html';
import { story } from '#core/story/story';
import { message } from '#core/words/message';

/** What can be released. */
export const RELEASED = ['page', 'picture', 'table', 'sponsor', 'what-if'] as const;
export type ReleasedWhat = (typeof RELEASED)[number];

export interface ToRelease {
  readonly what: ReleasedWhat;
  /** What the audience may know; with what is left out left out. */
  readonly view: View;
  /** For `sponsor` alone. */
  readonly sponsor: SponsorFor | null;
  /** For `what-if` alone: what is run on that view. */
  readonly run?: RunAsked | null;
  /** The day of releasing. */
  readonly on: Day;
  /** Who it is for, in words: `members`. */
  readonly whom: string;
  /** Address of the style. */
  readonly style: string;
  /** Rules that embed the typefaces of the drawing that stands alone. */
  readonly fontFaces?: (text: string) => string;
}

/** The forms in which a release is kept. */
export interface Frozen {
  readonly page: string;
  readonly embed: string;
  /** The drawing that stands alone; null where there is none on it. */
  readonly svg: string | null;
  readonly csv: string | null;
}

const SAY = {
  released: message(
    'release.footer',
    'Released on {day} for {whom}, and kept as it was on that day. What they may not see is left out.',
  ),
  asOf: message('release.as-of', '{name}, as of {day}'),
  withdrawnTitle: message('release.withdrawn.title', 'This page was taken back'),
  withdrawn: message(
    'release.withdrawn',
    'Whoever released it has withdrawn it since. Nothing is wrong with your link. Ask those who gave it to you; perhaps there is a newer one.',
  ),
  absentTitle: message('release.absent.title', 'There is no page here'),
  absent: message(
    'release.absent',
    'The address may be incomplete: copy all of it. Or the page got a new address since; ask those who gave you this one.',
  ),
} as const;

/**
 * The release in every form it has.
 *
 * @throws UnknownScenario where a run is asked of which the view knows nothing.
 */
export function freeze(given: ToRelease): Frozen {
  const { what, view, sponsor, style } = given;
  const run = what === 'what-if' && given.run != null ? releasedRun(view, given.run) : null;
  const title = run?.title ?? (sponsor === null ? inLanguage(view.name) : sponsorTitle(sponsor));
  const body = run?.html ?? bodyOf(given);
  const foot = `<footer class="quiet small"><p>${escaped(SAY.released({ day: dayWords(given.on), whom: given.whom }).text)}</p><p>${escaped(EXPORT.made().text)}</p></footer>`;
  const head = `<p class="quiet small eyebrow">${escaped(SAY.asOf({ name: inLanguage(view.name), day: dayWords(view.day) }).text)}</p>\n<h1>${escaped(title)}</h1>`;
  const whole = (inside: string) => documentOf(title, style, inside, what);
  return {
    page: whole(`${head}\n${body}\n${foot}`),
    embed: whole(`<h1 class="unseen">${escaped(title)}</h1>\n${body}\n${foot}`),
    svg:
      run?.svg ??
      (what === 'page' || what === 'picture'
        ? svg({ view, ...(given.fontFaces === undefined ? {} : { fontFaces: given.fontFaces }) })
        : null),
    csv:
      run?.csv ??
      (sponsor !== null ? sponsorCsv(sponsor) : what === 'page' || what === 'table' ? csv({ view }) : null),
  };
}

function bodyOf({ what, view, sponsor }: ToRelease): string {
  if (sponsor !== null) return sponsorHtml(sponsor);
  const table = `<h2>${EXPORT.streams().text}</h2>\n${streams(view)}`;
  if (what === 'picture') return drawn(view);
  if (what === 'table') return table;
  const about = view.about === null ? '' : `<p class="story">${escaped(inLanguage(view.about))}</p>\n`;
  const sentences = story(view, analyse(view)).sentences;
  return `${about}${drawn(view)}\n<h2>${EXPORT.story().text}</h2>\n${told(sentences)}\n${table}`;
}

/** What stands where a release was: `withdrawn`, or nothing that anybody knows of. */
export function insteadOf(what: 'withdrawn' | 'absent', style: string): string {
  const title = what === 'withdrawn' ? SAY.withdrawnTitle().text : SAY.absentTitle().text;
  const says = what === 'withdrawn' ? SAY.withdrawn().text : SAY.absent().text;
  return documentOf(title, style, `<h1>${escaped(title)}</h1>\n<p class="story">${escaped(says)}</p>`);
}

function documentOf(title: string, style: string, inside: string, what = ''): string {
  const head = `<meta name="robots" content="noindex, nofollow">\n<meta name="generator" content="Potluck">\n<link rel="stylesheet" href="${escaped(style)}">\n<link rel="icon" href="/bowl.svg" type="image/svg+xml">\n`;
  return page({
    title: `${title} · Potluck`,
    head,
    body: `<main class="sheet release ${what}">\n${inside}\n</main>`,
  });
}
