/**
 * English manners for names inside a sentence: "Core group" becomes "the core group", "Online learning" "online
 * learning", while "Bellanet" and "SDC" stay as they are. Whether a word is a common noun is learnt from how the
 * community's own texts write it. Guesses about spelling only; a name that is not recognised is left alone.
 */
import { speech } from '#core/words/speech';

/** Manners of English; in other languages a name stands in a sentence as the community wrote it. */
const isEnglish = () => speech().language === 'en';

/** How the words of a community are written in its texts. */
export interface Writing {
  /** Words seen in small letters. */
  readonly common: ReadonlySet<string>;
  /** Words seen with a capital letter in the middle of a sentence. */
  readonly proper: ReadonlySet<string>;
}

const COMMON = new Set(
  (
    'active activity advice answers anyone article articles association audience author authors band bank baskets blog board building ' +
    'call calls care chat choir circle club coach community commons contacts content cooperative coordination core council ' +
    'day donations donors dues editing editors energy equipment evening event events everybody everyone facilitation facilitator ' +
    'families fares farmers fees festival food forum founders friends fund funders garden gardeners gathering gatherings gifts ' +
    'goodwill grant grants group guide guests help helpers hosting hosts hours house information interest journal kitchen kitty ' +
    'know-how knowledge large library list listeners mailing management market materials meeting meetings member members messages ' +
    'mini-grants minutes moderation money monthly music neighbours network new news newcomers newsletter notes office old online open ' +
    'organisers organising parents partners party people places podcast prices production programme project projects public publisher ' +
    'purse radio readers recordings reports research reserve retreat room rooms school seed seeds services shed shop shops site skills small ' +
    'space speakers sponsor sponsors staff station stewards street students studies study support talks tea teachers technology things ' +
    'time tools town training treasury upkeep users venue village visitors voice volunteers website weekly wiki women work workshop ' +
    'workshops yearly young ' +
    'general specialists power licence travel rent hall printing paper paint heating insurance server domain software tip till shelf growers another election host local national other regional ' +
    'adverts advertisers airtime attention bearer cellar church closing committee contribution contributions convenor credit custom donor effort entries ' +
    'equal experience fellowship gift giver home-built material own part phone post posts press prize religious reputation satellite self-hosted ' +
    'sponsorship start-up steward students teaching team text university voter voter-education wages water weblogs weekend women’s'
  ).split(' '),
);

const MASS =
  /(?:ing|tion|sion|ment|ance|ence|logy|ship|ness|ity)$|^(?:care|upkeep|work|help|time|money|advice|know-how|knowledge|access|tea|food|news|support|attention|energy|goodwill|interest|custom|credit|text|surplus|reach|standing|labour|equipment|readership)$/;
/** Words that look like a mass and can be counted. */
const ONE =
  /^(?:gathering|meeting|building|evening|community|activity|university|station|organisation|association|foundation|department|performance|conference|collection|edition|session|contribution|donation|publication|exhibition|competition)$/;
const PRONOUNS = new Set(['anyone', 'everyone', 'everybody', 'anybody', 'nobody', 'people', 'all']);
const DETERMINED =
  /^(?:a|an|the|our|my|their|this|these|that|those|no|any|all|some|every|each|both|one|two|three|four|five|what|who|where|how|whatever)\b|^\S+['’]s\b/i;

/** Learns from texts how words are written. A capital after a full stop, or at the very beginning, tells nothing. */
export function writingOf(texts: Iterable<string>): Writing {
  const common = new Set<string>();
  const proper = new Set<string>();
  for (const text of texts) {
    let starts = true;
    for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*|[.:;!?“"(]/gu)) {
      const word = match[0];
      if (!/[\p{L}\p{N}]/u.test(word)) {
        starts = true;
        continue;
      }
      if (word === word.toLowerCase()) common.add(word);
      else if (!starts) proper.add(word.toLowerCase());
      starts = false;
    }
  }
  return { common, proper };
}

/** Whether a name begins with a common noun. */
export function isCommon(name: string, writing: Writing): boolean {
  const first = /^[\p{L}\p{N}'’-]+/u.exec(name)?.[0] ?? '';
  const small = first.toLowerCase();
  if (first === small) return true;
  if (first.slice(1) !== small.slice(1)) return false;
  if (/^\p{Lu}/u.test(headOf(name)) && headOf(name) !== first) return false;
  if (DETERMINED.test(name)) return true;
  if (writing.proper.has(small) && !writing.common.has(small)) return false;
  if (/(?:ing|ed)$/.test(small) && small.length > 5 && !writing.proper.has(small)) return true;
  const forms = [small, `${small}s`, small.replace(/s$/, '')];
  return COMMON.has(small) || forms.some((form) => writing.common.has(form));
}

/** What somebody brings is rarely a proper name: it loses its capital unless the word is known as one. */
export function bareGift(name: string, writing: Writing): string {
  if (!isEnglish()) return name;
  const first = /^[\p{L}\p{N}'’-]+/u.exec(name)?.[0] ?? '';
  const known = writing.proper.has(first.toLowerCase()) && !writing.common.has(first.toLowerCase());
  const shouted = first.slice(1) !== first.slice(1).toLowerCase();
  return known || shouted ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** A name as it stands in the middle of a sentence, without an article. */
export function bare(name: string, writing: Writing): string {
  return isEnglish() && isCommon(name, writing) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** A name as it stands in the middle of a sentence, with "the" where a person would say it. */
export function withThe(name: string, writing: Writing): string {
  if (!isEnglish()) return name;
  if (!isCommon(name, writing)) return endsCommon(name) ? `the ${name}` : name;
  const small = bare(name, writing);
  if (small.startsWith('own ')) return `their ${small}`;
  if (isDoing(small)) return small;
  return DETERMINED.test(small) || PRONOUNS.has(small) ? small : `the ${small}`;
}

/** The same for what is done or needed: "the mailing list", but "gatherings", "online learning", "moderation". */
export function withTheIfOne(name: string, writing: Writing): string {
  if (!isEnglish()) return name;
  const small = bare(name, writing);
  const head = headOf(small);
  const isMass = MASS.test(head) && !ONE.test(head);
  return isMass || isPlural(name, writing) || isDoing(small) ? small : withThe(name, writing);
}

/** Something that is done, told by its verb and an object with a small word of its own: "teaching how to fix", "cleans the hall". */
function isDoing(small: string): boolean {
  const [first = ''] = small.split(' ');
  return !ONE.test(first) && DOING.test(small);
}

const DOING =
  /^(?:[a-z]+ing|(?:clean|open|run|keep|do|make|look|take)(?:e?s)?) (?:after |up |care of )?(?:how|what|the|a|an|our|my|their) /;

/** Whether a verb after this name stands in the plural. */
export function isPlural(name: string, writing: Writing): boolean {
  const head = headOf(name).toLowerCase();
  const common = isCommon(name, writing) || endsCommon(name);
  return (
    common &&
    (head === 'people' ||
      head === 'those' ||
      (/[^su]s$/.test(head) && head !== 'news' && !/['’]s$/.test(head)))
  );
}

/** A proper name before a common noun: "Dgroups partners", "SDC proposal". */
function endsCommon(name: string): boolean {
  const head = headOf(name);
  return (
    head !== name.split(' ')[0] &&
    /^\p{Ll}/u.test(head) &&
    !/,| (?:the|a|an|de|het|der|die|la|le|du|des) /.test(name)
  );
}

/** The word that the rest hangs on: "fares" of "fares for Southern guests". */
function headOf(name: string): string {
  const before =
    name.split(
      / (?:of|for|from|to|with|at|in|on|by|that|which|who|without|as|over|after|about|through|into) |,/,
    )[0] ?? name;
  return before.trim().split(' ').at(-1) ?? before;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
