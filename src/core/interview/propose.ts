/**
 * Turns the reading of a sentence into a proposed answer: who, to what, how much, of which kind, in which form. Names that
 * exist are used; what was not understood stays a note. Decides nothing: a person confirms or changes each part.
 */

import type { Operation } from '#core/file/operations';
import { type Answer, type End, type EndSort, NOT_SAID, type StreamAnswer } from '#core/interview/answer';
import type { Lexicon } from '#core/interview/lexicon/lexicon';
import { capital, ENDS, type Known, type KnownThing, meant, plainWords } from '#core/interview/names';
import { lexiconsOf, type SentenceReading } from '#core/interview/read-sentence';
import type { Said } from '#core/interview/sentence-rest';
import { several } from '#core/interview/several';
import { sortOfGiver } from '#core/interview/sort-of-giver';
import { type AmountParts, times } from '#core/interview/spoken-amount';
import { writeAnswers } from '#core/interview/write-answers';
import type { Id } from '#core/model/fact';

export interface Proposal {
  readonly operations: readonly Operation[];
  /** The fact at the heart of it: a flow or a need; null for a note. */
  readonly about: Id | null;
  /** Ids that the operations begin. */
  readonly begins: readonly Id[];
  /** The sentence, where it is to be kept as it is. */
  readonly note: string | null;
}

/** Proposes what a sentence says, against what is known already. */
export function propose(
  reading: SentenceReading,
  things: readonly KnownThing[],
  kinds: Known['kinds'] = [],
): Proposal {
  const known: Known = { things, kinds, languages: [reading.language] };
  const answer = answerOf(reading, known);
  if (answer === null) return { operations: [], about: null, begins: [], note: reading.sentence };
  const written = writeAnswers([answer], known);
  return {
    operations: written.operations,
    about: written.about[0] ?? null,
    begins: written.begins,
    note: null,
  };
}

/** What a reading says, as an answer in parts; null where it says nothing of who brings what. */
export function answerOf(reading: SentenceReading, known: Known): Answer | null {
  const { means, who, what, towards, sentence } = reading;
  const scene = new Scene(reading, known);
  // "She cooks": nobody is made up who would be called so.
  if (scene.isUnnamed(who)) return null;
  switch (means) {
    case null:
    case 'holds':
      return null;
    case 'unknown-cost':
      return what === null ? null : { ...scene.need(what.text), amount: NOT_SAID };
    case 'cost':
      return who === null ? null : scene.need(who.text);
    case 'free': {
      if (who === null) return null;
      const whom = towards ?? what;
      const isAnyone = whom !== null && scene.lexicon.anyone.includes(whom.text.toLowerCase());
      const forWhom = whom === null ? [] : [isAnyone ? scene.own.anyone : capital(whom.text)];
      return { sort: 'free', activity: capital(who.text), forWhom };
    }
    case 'keys': {
      const tool = what ?? towards;
      return who === null || tool === null || scene.isUnnamed(tool)
        ? null
        : { sort: 'tool', name: capital(tool.text), payer: '', keys: capital(who.text) };
    }
    default:
      return (who === null && !reading.fromUs) || scene.isNoStream() ? null : scene.stream(means, sentence);
  }
}

/** One sentence before what is known: finds the ends that it names and those that it leaves out. */
class Scene {
  readonly reading: SentenceReading;
  readonly known: Known;
  readonly lexicon: Lexicon;
  /** What we call things ourselves: in a language of those who are here, in whichever they were told. */
  readonly own: Lexicon['own'];

  constructor(reading: SentenceReading, known: Known) {
    this.reading = reading;
    this.known = known;
    this.lexicon = lexiconsOf(reading.language)[0] as Lexicon;
    const isHere = known.languages.some((one) => one.slice(0, 2) === reading.language);
    this.own = isHere ? this.lexicon.own : (lexiconsOf(known.languages)[0] as Lexicon).own;
  }

  /** Whether it stands for somebody or something that the sentence does not name. */
  isUnnamed(said: Said | null): boolean {
    return said !== null && this.lexicon.unnamed.includes(said.text.toLowerCase());
  }

  /** "the shop sells 10 bags": what comes in for them was not said. */
  isNoStream(): boolean {
    return this.reading.form === 'sale' && this.reading.unit === 'thing';
  }

  need(activity: string): Extract<Answer, { sort: 'need' }> {
    const amount = this.#amount() ?? NOT_SAID;
    return {
      sort: 'need',
      activity: capital(activity),
      name: null,
      kind: this.#kindOf(amount),
      amount,
      sentence: this.reading.sentence,
      ...this.reading.lasting,
    };
  }

  stream(means: 'give' | 'get' | 'work' | 'lend', sentence: string): StreamAnswer | null {
    const { who, what, towards, source, form, lasting } = this.reading;
    const said = this.#amount();
    const base = { sort: 'stream', form, sentence, ...lasting } as const;
    // "plays 2 concerts": a number of what is done is no number of hours.
    if (means === 'work')
      return { ...base, ...this.#work(said?.unit === 'thing' ? null : said), kind: 'hours' };
    if (means === 'lend') {
      const thing = what ?? towards;
      if (thing === null) return null;
      const to = towards !== null && what !== null ? this.#place(towards.text, false) : this.#us();
      const amount = said ?? { ...NOT_SAID, unit: 'thing' };
      return { ...base, from: this.#giver(who), to, name: thing.text, kind: this.#kindOf(amount), amount };
    }
    const kind = this.#kindOf(said);
    const amount = said ?? this.#notCounted(kind);
    const isMoney = this.#isMoney(kind);
    if (means === 'get') {
      const from = source === null ? this.#other(isMoney) : this.#giver(source);
      const to = this.reading.fromUs ? this.#ours(isMoney) : this.#giver(who);
      // "we sell cakes": who pays for them was not said, and it is not us.
      if (from.as === 'pool' && from.text === to.text) return null;
      return { ...base, from, to, name: source === null ? null : (what?.text ?? null), kind, amount };
    }
    const from = who === null ? (isMoney ? this.#ours(true) : this.#us()) : this.#giver(who);
    const isNamed = towards !== null || isMoney || kind === 'things' || kind === 'know-how';
    const paidFor = towards === null && this.reading.sort === 'money' ? this.#paidFor(what) : null;
    const to =
      paidFor !== null
        ? this.#place(paidFor.text, false)
        : this.reading.toUs && towards === null
          ? this.#ours(isMoney)
          : this.#other(isMoney);
    const name = isNamed && what !== null && paidFor === null ? what.text : null;
    return { ...base, from, to, name, kind, amount };
  }

  /** Work makes an activity of its own where it names none that is known. */
  #work(said: AmountParts | null): Pick<StreamAnswer, 'from' | 'to' | 'name' | 'amount'> {
    const { who, what, towards, verb, doing } = this.reading;
    const done = this.known.things.filter(
      (thing) => thing.section === 'activities' || thing.section === 'pools',
    );
    const named = [towards?.text, what?.text, `${what?.text ?? ''} ${towards?.text ?? ''}`, doing]
      .map((name) => (name === undefined ? null : meant(name, done)))
      .find((thing) => thing !== null);
    const known = named ?? this.#alike(verb?.text ?? '', done);
    const from = who === null ? this.#us() : this.#giver(who);
    const amount = said ?? { much: 'unknown', unit: 'h', per: 'month' as const };
    const whole = capital(doing);
    if (known == null) return { from, to: { text: whole, as: 'activity' }, name: null, amount };
    const isPart = known !== null && meant(doing, [known]) === null;
    const name =
      named == null
        ? doing
        : towards !== null && what !== null
          ? `${verb?.text ?? ''} ${what.text}`
          : verb?.text;
    return { from, to: asEnd(known), name: isPart ? (name ?? null) : null, amount };
  }

  /** The one thing done whose name begins as the verb does: those who repair belong to the repair evening. */
  #alike(verb: string, done: readonly KnownThing[]): KnownThing | null {
    const stem = plainWords(verb).slice(0, 6);
    if (stem.length < 4) return null;
    const found = done.filter((thing) =>
      plainWords(thing.name)
        .split(' ')
        .some((word) => word.startsWith(stem)),
    );
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** The amount that was said: of all of them where it was said of each. */
  #amount(): AmountParts | null {
    const { parts, isEach, howMany } = this.reading;
    if (parts === null) return null;
    const much = isEach && howMany !== null ? times(parts.much, howMany) : parts.much;
    return parts.unit === 'min' ? { ...parts, much: times(much, 1 / 60), unit: 'h' } : { ...parts, much };
  }

  #kindOf(amount: AmountParts | null): Id | null {
    const unit = amount?.unit ?? null;
    if (unit === 'h' || unit === 'day of work') {
      return this.known.kinds.find((kind) => kind.unit === 'h')?.id ?? 'hours';
    }
    if (unit === 'thing') return this.reading.sort === 'know-how' ? 'know-how' : 'things';
    if (unit === 'kg') return this.known.kinds.find((kind) => kind.unit === 'kg')?.id ?? 'kilos';
    if (unit === 'page') return this.known.kinds.find((kind) => kind.unit === 'page')?.id ?? 'pages';
    if (unit !== null) return unit.toLowerCase();
    const { sort, means, what } = this.reading;
    if (sort === 'money') return this.#purseKind();
    if (sort !== null) return sort;
    return means === 'give' && what !== null ? 'things' : null;
  }

  /** The money that is used here, where it is one; else money without a currency. */
  #purseKind(): Id {
    const used = this.known.kinds.filter((kind) => kind.currency);
    return used.length === 1 ? (used[0]?.id ?? 'money') : 'money';
  }

  #isMoney(kind: Id | null): boolean {
    return kind === 'money' || (kind !== null && /^[a-z]{3}$/.test(kind));
  }

  #notCounted(kind: Id | null): AmountParts {
    const unit = this.known.kinds.find((one) => one.id === kind)?.unit ?? null;
    return { much: 'unknown', unit, per: null };
  }

  /** Who gives: someone known, else a circle where a plural or a number was said, else a body outside. */
  #giver(who: Said | null): End {
    if (who === null) return this.#us();
    const known = meant(who.text, this.#ends());
    if (known !== null) return asEnd(known);
    const { howMany, countsAll } = this.reading;
    const some = several(who, this.reading, this.known);
    if (some.length > 0) {
      const text = some.reduce((so, one) => so.replace(one.text, capital(one.text)), who.text);
      return { text, as: 'circle', size: some.length };
    }
    const as = sortOfGiver(who, this.reading);
    return { text: capital(who.text), as, ...(countsAll && howMany !== null ? { size: howMany } : {}) };
  }

  /** What we pay is paid for: the rent. */
  #paidFor(what: Said | null): Said | null {
    const isAfter = what !== null && what.at.from >= (this.reading.verb?.at.to ?? 0);
    return this.reading.fromUs && isAfter && what.text.length > 2 ? what : null;
  }

  /** Where it goes, or where it comes from: what was named, else the one place of its sort. */
  #other(isMoney: boolean): End {
    const { towards, what, amount, sort } = this.reading;
    const named = towards ?? (what !== null && amount !== null && !isMoney && sort === null ? what : null);
    const isThing = this.reading.unit === 'thing';
    if (named !== null && !(isThing && towards === null)) return this.#place(named.text, isMoney);
    return this.#ours(isMoney);
  }

  #place(name: string, isMoney: boolean): End {
    const known = meant(name, this.#ends());
    if (known !== null) return asEnd(known);
    const isPurse = isMoney && this.lexicon.nouns.money.some((word) => name.toLowerCase().includes(word));
    return { text: capital(name), as: isPurse ? 'pool' : 'activity' };
  }

  /** The one purse of that money, or the one thing that is done; begun where there is none yet. */
  #ours(isMoney: boolean): End {
    const kind = isMoney ? this.#kindOf(this.reading.parts) : null;
    const only = this.known.things.filter((thing) =>
      isMoney ? thing.section === 'pools' && thing.kind === kind : thing.section === 'activities',
    );
    if (only.length === 1 && only[0] !== undefined) return asEnd(only[0]);
    const { purse, doing } = this.own;
    const named = isMoney ? meant(purse, this.#ends()) : meant(doing, this.#ends());
    if (named !== null) return asEnd(named);
    return isMoney ? { text: purse, as: 'pool' } : { text: doing, as: 'activity' };
  }

  /** A circle inside, for what is lent to "us". */
  #us(): End {
    const circles = this.known.things.filter((thing) => thing.section === 'parties' && thing.inside);
    // Those who take part say "us"; those who only look in do not.
    const last =
      circles.find((thing) => thing.circle === 'active') ??
      circles.findLast((thing) => thing.circle !== 'peripheral' && thing.circle !== 'transactional') ??
      circles.at(-1);
    return last === undefined ? { text: this.own.members, as: 'circle' } : asEnd(last);
  }

  #ends(): readonly KnownThing[] {
    return this.known.things.filter((thing) => (ENDS as readonly string[]).includes(thing.section));
  }
}

/** A known thing as the end of a stream. */
export function asEnd(thing: KnownThing): End {
  const as: EndSort =
    thing.section === 'activities'
      ? 'activity'
      : thing.section === 'pools' || thing.section === 'pockets'
        ? 'pool'
        : thing.inside
          ? 'circle'
          : 'organisation';
  return { text: thing.name, as };
}
