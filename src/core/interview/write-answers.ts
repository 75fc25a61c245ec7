/** Makes operations on the file out of answers: names that exist are used, what is new is begun. Sends and decides nothing. */
import type { Operation } from '#core/file/operations';
import {
  type Answer,
  type End,
  type EndSort,
  type NeedAnswer,
  OWN_KINDS,
  type PartyAnswer,
  type StreamAnswer,
  type ToolAnswer,
} from '#core/interview/answer';
import type { Lexicon, OwnKind } from '#core/interview/lexicon/lexicon';
import { capital, ENDS, idFrom, type Known, type KnownThing, meant } from '#core/interview/names';
import { itemsOf } from '#core/interview/read-list';
import { lexiconsOf } from '#core/interview/read-sentence';
import { type AmountParts, spelled } from '#core/interview/spoken-amount';
import type { Lasting } from '#core/interview/spoken-date';
import { RESERVED_IDS } from '#core/model/community';
import { readWhen } from '#core/model/dates';
import type { Id } from '#core/model/fact';

export interface Written {
  readonly operations: readonly Operation[];
  /** What takes them back, in the order in which it must be done; null where only the earlier text can. */
  readonly undoes: readonly Operation[] | null;
  /** Ids of the facts at the heart of it, one an answer; null for what has no id. */
  readonly about: readonly (Id | null)[];
  /** Ids that the operations begin. */
  readonly begins: readonly Id[];
}

/** Where sentences are kept that no fact could be made of. */
export const NOTES = 'x-notes';

/** Operations for some answers, one after the other, against what is known. */
export function writeAnswers(answers: readonly Answer[], known: Known): Written {
  const writer = new Writer(known);
  const about = answers.map((answer) => writer.write(answer));
  return { operations: writer.operations, undoes: writer.undoes(), about, begins: writer.begins };
}

const PARTY_TYPES: readonly EndSort[] = ['person', 'circle', 'organisation', 'public'];

class Writer {
  readonly operations: Operation[] = [];
  readonly begins: Id[] = [];
  readonly #kinds: Id[] = [];
  readonly #known: Known;
  readonly #things: KnownThing[];
  readonly #taken: Set<string>;
  readonly #lexicon: Lexicon;
  #canUndo = true;

  constructor(known: Known) {
    this.#known = known;
    this.#things = [...known.things];
    this.#taken = new Set([...known.things.map((thing) => thing.id), ...RESERVED_IDS, 'withheld']);
    this.#lexicon = lexiconsOf(known.languages)[0] as Lexicon;
  }

  write(answer: Answer): Id | null {
    switch (answer.sort) {
      case 'stream':
        return this.#stream(answer);
      case 'need':
        return this.#need(answer);
      case 'party':
        return this.#someone(answer);
      case 'activity': {
        const rhythm = answer.rhythm === null ? {} : { rhythm: answer.rhythm };
        return this.#named('activities', answer.name, { ...rhythm, ...lasting(answer) }, {});
      }
      case 'pool': {
        this.#declareKind(answer.kind);
        const known = this.#find(answer.name, ['pools']);
        // A kitty whose money was not named yet, or what nobody knew to be money: its stock tells.
        const isTold = known !== null && answer.stock !== null && known.kind !== answer.kind;
        const stock = answer.stock === null ? {} : { stock: answer.stock };
        return this.#named(
          'pools',
          answer.name,
          { ...(isTold ? { kind: answer.kind } : {}), ...stock, ...lasting(answer) },
          { kind: answer.kind },
        );
      }
      case 'tool':
        return this.#tool(answer);
      case 'influence': {
        const [from, to] = [this.#touched(answer.from), this.#touched(answer.to)];
        return this.#put('influences', `${from} ${to}`, {
          from,
          to,
          sign: answer.sign,
          note: sentenceNote(answer.sentence),
        });
      }
      case 'free':
        return this.#free(answer.activity, answer.forWhom);
      case 'vision':
        return this.#put('vision', answer.text.split(' ').slice(0, 5).join(' '), {
          text: sentenceNote(answer.text),
        });
      case 'note':
        this.operations.push({ op: 'set', path: [NOTES, '+'], value: answer.text });
        this.#canUndo = false;
        return null;
    }
  }

  /** Removes what was begun, the last first, and lets go of kinds that only it used. */
  undoes(): readonly Operation[] | null {
    if (!this.#canUndo) return null;
    return [
      ...this.begins.toReversed().map((id): Operation => ({ op: 'remove', id })),
      ...this.#kinds.map((kind): Operation => ({ op: 'set', path: ['kinds', kind], value: null })),
    ];
  }

  #stream(answer: StreamAnswer): Id {
    const from = this.#end(answer.from, answer);
    const to = this.#end(answer.to, answer);
    for (const end of [from, to]) this.#nameMoney(end, answer.kind);
    const named = answer.name === null ? {} : { name: capital(answer.name) };
    const form = answer.form === null ? {} : { form: answer.form };
    return this.#put('flows', `${from.id} ${to.id}`, {
      ...named,
      from: from.id,
      to: to.id,
      ...this.#quantity(answer.kind, answer.amount, [from, to]),
      ...form,
      ...lasting(answer),
      because: { how: 'told' },
      note: sentenceNote(answer.sentence),
    });
  }

  /** Money whose currency nobody had said is in the currency that now goes in or out. */
  #nameMoney(end: KnownThing, kind: Id | null): void {
    const isOpen = end.section === 'pools' && end.kind === 'money';
    if (!isOpen || kind === null || !/^[a-z]{3}$/.test(kind)) return;
    this.operations.push({ op: 'patch', id: end.id, value: { kind } });
    this.#canUndo = false;
  }

  #need(answer: NeedAnswer): Id {
    const activity =
      this.#find(answer.activity, ['activities']) ?? this.#begin('activities', answer.activity, {});
    const value = {
      name: capital(answer.name ?? this.#lexicon.own.costs),
      ...this.#quantity(answer.kind, answer.amount, [activity]),
      ...lasting(answer),
      note: sentenceNote(answer.sentence),
    };
    const id = this.#id(`${activity.id} ${answer.name ?? 'costs'}`);
    this.operations.push({ op: 'put', id, section: 'needs', parent: activity.id, value });
    this.begins.push(id);
    return id;
  }

  #someone(answer: PartyAnswer): Id {
    const size = answer.size === null ? {} : { size: answer.size };
    return this.#named(
      'parties',
      answer.name,
      { ...size, ...lasting(answer) },
      {
        type: answer.as,
        ...(answer.circle === null ? {} : { circle: answer.circle }),
        ...(answer.inside ? { inside: true } : {}),
      },
    );
  }

  /** A thing by name: what is told of it now is added to one that is here; a new one begins with all of it. */
  #named(section: string, name: string, now: Record<string, unknown>, atFirst: Record<string, unknown>): Id {
    const known = this.#find(name, [section]);
    if (known === null) return this.#begin(section, name, { ...atFirst, ...now }).id;
    if (Object.keys(now).length > 0) {
      this.operations.push({ op: 'patch', id: known.id, value: now });
      this.#canUndo = false;
    }
    return known.id;
  }

  #tool({ name, payer, keys, ...rest }: ToolAnswer): Id {
    const pays = payer === '' ? null : payer === '?' ? 'unknown' : this.#party(payer).id;
    const holds = this.#holders(keys);
    const value = {
      ...(pays === null ? {} : { payer: pays }),
      ...(holds.length === 0 ? {} : { keys: holds }),
      ...lasting(rest),
    };
    const known = this.#find(name, ['tools']);
    if (known === null) return this.#put('tools', name, { name: capital(name), ...value });
    this.operations.push({ op: 'patch', id: known.id, value });
    this.#canUndo = false;
    return known.id;
  }

  /** Those who hold keys: one, or several with "and" between them. */
  #holders(names: string): readonly Id[] {
    if (names === '') return [];
    const isOne = this.#find(names, ['parties']) !== null;
    const each = isOne ? [names] : itemsOf(names, this.#lexicon);
    return each.map((name) => this.#party(name).id);
  }

  /** Somebody by name; new ones inside, for these are asked of those at the table. */
  #party(name: string): KnownThing {
    const isCircle = /s$/.test(name) && name === name.toLowerCase();
    return (
      this.#find(name, ['parties']) ??
      this.#begin('parties', name, { type: isCircle ? 'circle' : 'person', inside: true })
    );
  }

  #free(activity: string, forWhom: readonly string[]): Id {
    const thing = this.#find(activity, ['activities']) ?? this.#begin('activities', activity, {});
    const whom = forWhom.map(
      (name) => (this.#find(name, ENDS) ?? this.#begin('parties', name, { type: 'public' })).id,
    );
    const goes = whom.length === 0 ? {} : { for: Object.fromEntries(whom.map((id) => [id, 1])) };
    this.operations.push({ op: 'patch', id: thing.id, value: { price: 'free', ...goes } });
    this.#canUndo = false;
    return thing.id;
  }

  /** What an arrow may touch: a thing that is known, else a quantity of that name. */
  #touched(name: string): Id {
    const known = this.#find(name, [...ENDS, 'quantities']);
    return known?.id ?? this.#begin('quantities', name, {}).id;
  }

  #end(end: End, answer: StreamAnswer): KnownThing {
    const known = this.#find(end.text, ENDS);
    if (known !== null) return known;
    if (end.as === 'activity') return this.#begin('activities', end.text, {});
    if (end.as === 'pool') {
      const kind = answer.kind ?? 'things';
      this.#declareKind(kind);
      return this.#begin('pools', end.text, { kind });
    }
    return this.#begin('parties', end.text, {
      type: end.as,
      ...this.#distance(end),
      ...(end.size === undefined ? {} : { size: end.size }),
    });
  }

  #distance(end: End): Record<string, unknown> {
    const said = end.text.toLowerCase();
    const circle = this.#lexicon.circles.find(([, words]) => words.includes(said))?.[0];
    const isInside = end.as === 'circle' || end.as === 'person';
    return {
      ...(circle === undefined || end.as !== 'circle' ? {} : { circle }),
      ...(isInside ? { inside: true } : {}),
    };
  }

  /** Amount and kind as the file takes them. Minutes become hours; "each time" needs a rhythm to be told by. */
  #quantity(kind: Id | null, said: AmountParts, ends: readonly KnownThing[]): Record<string, unknown> {
    if (kind !== null) this.#declareKind(kind);
    const own = this.#known.kinds.find((one) => one.id === kind)?.unit;
    const unit = said.unit ?? own ?? null;
    const isPerEvent = said.per === 'event' && !ends.some((end) => end.hasRhythm === true);
    const amount = spelled({ much: said.much, unit, per: isPerEvent ? null : said.per });
    const tells = unit === 'h' || unit === 'day of work' || (unit !== null && /^[A-Z]{3}$/.test(unit));
    return { amount, ...(kind === null || tells ? {} : { kind }) };
  }

  #declareKind(kind: Id): void {
    const own = OWN_KINDS[kind as OwnKind];
    if (own === undefined || this.#kinds.includes(kind)) return;
    if (this.#known.kinds.some((one) => one.id === kind)) return;
    this.#kinds.push(kind);
    const value = { name: this.#lexicon.kinds[kind as OwnKind], ...own };
    this.operations.push({ op: 'set', path: ['kinds', kind], value });
  }

  #find(name: string, sections: readonly string[]): KnownThing | null {
    return meant(
      name,
      this.#things.filter((thing) => sections.includes(thing.section)),
    );
  }

  #id(name: string): Id {
    const id = idFrom(name, this.#taken);
    this.#taken.add(id);
    return id;
  }

  #put(section: string, idWords: string, value: Record<string, unknown>): Id {
    const id = this.#id(idWords);
    this.operations.push({ op: 'put', id, section, value });
    this.begins.push(id);
    return id;
  }

  #begin(section: string, name: string, value: Record<string, unknown>): KnownThing {
    const id = this.#put(section, name, { name: capital(name), ...value });
    const kind = typeof value['kind'] === 'string' ? value['kind'] : null;
    const thing: KnownThing = {
      id,
      name: capital(name),
      section,
      inside: value['inside'] === true,
      kind,
      hasRhythm: value['rhythm'] !== undefined,
    };
    this.#things.push(thing);
    return thing;
  }
}

/** Whether a name may stand for a party of its own. */
export const isParty = (as: EndSort): boolean => PARTY_TYPES.includes(as);

/** From when until when, where it is a date that the file knows. */
function lasting({ since = '', until = '' }: Lasting): Lasting {
  return { ...(readWhen(since) === null ? {} : { since }), ...(readWhen(until) === null ? {} : { until }) };
}

function sentenceNote(sentence: string): string {
  return capital(/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);
}
