/**
 * Writes down what a change of the file changed in who may see what: levels of an audience with their reason, who sees a
 * thing, and agreement. It compares two versions of a text; where nothing of that kind was touched it reads neither.
 */
import { hasAgreed } from '#core/audience/protect/rules';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { allThings, type Community } from '#core/model/community';
import { inLanguage } from '#core/model/fact';
import type { LogLine } from '#store/log/port';
import type { Author, Store } from '#store/port';

/** Lines of a file that could say who sees what. */
const SAYS =
  /^.*(?:\bsee\b|\bshown\b|\bconsent\b|openness|audiences|\b(?:hidden|existence|aggregate|range|exact)\b).*$/gm;

/** Logs it, where there is something to log. `saved` is the version that was just kept. */
export async function logOpenness(
  store: Store,
  saved: {
    readonly community: string;
    readonly version: number;
    readonly text: string;
    readonly repeated: boolean;
  },
  said: { readonly author: Author | null; readonly message: string | null },
): Promise<void> {
  if (saved.repeated || saved.version < 2) return;
  const before = await store.textAt(saved.community, saved.version - 1);
  if (before === null || lines(before.text) === lines(saved.text)) return;
  const [was, is] = [communityOf(before.text), communityOf(saved.text)];
  if (was === null || is === null) return;
  const common = { community: saved.community, person: said.author?.id ?? null };
  for (const { reason, ...line } of changesOf(was, is))
    await store.log.append({ ...common, ...line, reason: reason ?? said.message });
}

const lines = (text: string): string => (text.match(SAYS) ?? []).join('\n');

const communityOf = (text: string): Community | null =>
  resolve(parse(text, { file: 'community.yaml' })).community;

type Change = Pick<LogLine, 'act' | 'about' | 'reason'>;

/** Every change in who may see what, from one version to the next. */
export function changesOf(was: Community, is: Community): Change[] {
  return [...levelChanges(was, is), ...seeChanges(was, is), ...consentChanges(was, is)];
}

function levelChanges(was: Community, is: Community): Change[] {
  const audiences = new Set([...Object.keys(was.openness), ...Object.keys(is.openness)]);
  return [...audiences].sort().flatMap((audience) => {
    const [old, next] = [was.openness[audience] ?? {}, is.openness[audience] ?? {}];
    const kinds = new Set([...Object.keys(old), ...Object.keys(next)]);
    return [...kinds].sort().flatMap((kind): Change[] => {
      if (old[kind] === next[kind]) return [];
      const because = is.opennessNotes?.[audience]?.[kind]?.because ?? null;
      return [
        {
          act: 'openness-changed',
          about: { audience, kind, from: old[kind] ?? null, to: next[kind] ?? null },
          reason: because === null ? null : inLanguage(because),
        },
      ];
    });
  });
}

function seeChanges(was: Community, is: Community): Change[] {
  const seen = (one: Community) =>
    new Map(
      allThings(one).map((thing) => [
        thing.id,
        JSON.stringify([thing.see, thing.section === 'flows' ? thing.shown : null]),
      ]),
    );
  const [old, next] = [seen(was), seen(is)];
  const changed = [...next].filter(([id, see]) => old.has(id) && old.get(id) !== see).map(([id]) => id);
  const isDefault = JSON.stringify(was.see) !== JSON.stringify(is.see);
  const [only] = changed;
  return [
    ...(isDefault
      ? [{ act: 'openness-changed' as const, about: { default: is.see?.join(', ') ?? null }, reason: null }]
      : []),
    ...(only === undefined
      ? []
      : [
          {
            act: 'openness-changed' as const,
            about: changed.length === 1 ? { thing: only } : { things: changed.length },
            reason: null,
          },
        ]),
  ];
}

function consentChanges(was: Community, is: Community): Change[] {
  return is.parties.flatMap((party): Change[] => {
    const before = was.parties.find((one) => one.id === party.id);
    if (before === undefined || before.consent === party.consent) return [];
    const given = hasAgreed(party.consent);
    if (given === hasAgreed(before.consent)) return [];
    return [{ act: given ? 'consent-given' : 'consent-withdrawn', about: { party: party.id }, reason: null }];
  });
}
