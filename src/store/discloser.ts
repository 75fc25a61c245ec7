/**
 * Joins the store to core: how a text is changed, checked and disclosed. The only file of the store that knows what is in
 * a community; it decides nothing itself.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { audienceOf, STANDARD_AUDIENCES } from '#core/audience/audience';
import { disclose } from '#core/audience/disclose';
import { View } from '#core/audience/view';
import { applyOperations } from '#core/file/operations';
import { parse } from '#core/file/parse';
import { printCommunity } from '#core/file/print';
import { resolve } from '#core/file/resolve';
import { type Community, describedDay } from '#core/model/community';
import { inLanguage } from '#core/model/fact';
import { shelfNoteOf } from '#core/model/shelf-note';
import type { Discloser, Disclosure } from '#store/port';

/** What problems call a text that has no file. */
const FILE = 'community.yaml';
const MS_PER_DAY = 86_400_000;

/** The rules of core, by their edition. */
export async function coreDiscloser(): Promise<Discloser> {
  const edition = await ownEdition(fileURLToPath(import.meta.url));
  return {
    edition,
    print: (view) => printCommunity(View.from(view).ever),
    apply: (text, operations) => applyOperations(text, operations),
    disclose: (text, alsoFor) => {
      const { community, problems } = resolve(parse(text, { file: FILE }));
      if (community === null || problems.some((one) => one.severity === 'error'))
        return { ok: false, problems };
      const audiences = new Set([
        ...STANDARD_AUDIENCES,
        ...community.audiences.map((one) => one.id),
        ...alsoFor.filter((id) => audienceOf(community, id) !== null),
      ]);
      const disclosures = [...audiences].map((audience) => disclosureFor(community, audience));
      return { ok: true, id: community.id, disclosures, warnings: problems };
    },
  };
}

function disclosureFor(community: Community, audience: string): Disclosure {
  const day = describedDay(community) ?? Math.floor(Date.now() / MS_PER_DAY);
  const language = community.languages[0];
  const view = disclose(community, { audience, day });
  return {
    audience,
    view: view.toJSON(),
    name: inLanguage(view.name, language),
    about: view.about === null ? null : inLanguage(view.about, language),
    asOf: view.asOf?.text ?? null,
    note: shelfNoteOf(view.ever.x),
  };
}

/**
 * The code itself is what decides who sees what, so its hash is the edition: of the built files beside this one. Run
 * from the sources, nothing is known about the other files, and every start discloses anew.
 */
async function ownEdition(self: string): Promise<string> {
  if (!self.endsWith('.js')) return `source ${Date.now()}`;
  const folder = dirname(self);
  const hash = createHash('sha256');
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.js')).sort()) {
    hash.update(await readFile(join(folder, name)));
  }
  return hash.digest('hex');
}
