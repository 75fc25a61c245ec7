/** How a proposed answer sounds, and what can be chosen for its parts. Words and choices only; changes nothing. */
import type { View } from '#core/audience/view';
import type { Answer, EndSort } from '#core/interview/answer';
import type { AmountParts } from '#core/interview/spoken-amount';
import type { Lasting } from '#core/interview/spoken-date';
import { kindName } from '../kind-look';
import { formText } from '../naming';
import { list, t } from '../words';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Units that a stream may be told in, as `kind|unit`. */
export function unitChoices(view: View, kind: string | null, unit: string | null): readonly Choice[] {
  const choices: Choice[] = [
    { value: 'hours|h', label: t('quick.unit.hours', 'hours') },
    { value: 'hours|day of work', label: t('quick.unit.days', 'days of work') },
    { value: 'eur|EUR', label: t('quick.unit.eur', 'euros') },
    { value: 'chf|CHF', label: t('quick.unit.chf', 'francs') },
    { value: 'usd|USD', label: t('quick.unit.usd', 'dollars') },
    { value: 'gbp|GBP', label: t('quick.unit.gbp', 'pounds') },
    { value: 'money|money', label: t('quick.unit.money', 'money') },
    { value: 'things|thing', label: t('quick.unit.things', 'things, places') },
    { value: 'know-how|text', label: t('quick.unit.know-how', 'know-how') },
    { value: 'attention|min', label: t('quick.unit.attention', 'attention') },
    { value: 'goodwill|', label: t('quick.unit.goodwill', 'goodwill') },
  ];
  for (const own of view.kinds) {
    const value = `${own.id}|${own.unit ?? ''}`;
    if (!choices.some((one) => one.value === value)) choices.push({ value, label: kindName(own) });
  }
  const now = unitValue(kind, unit);
  if (kind !== null && !choices.some((one) => one.value === now))
    choices.push({ value: now, label: unit ?? kind });
  return [{ value: '|', label: t('quick.unit.none', 'not said') }, ...choices];
}

/** The choice that a kind and a unit are. */
export function unitValue(kind: string | null, unit: string | null): string {
  const usual: Readonly<Record<string, string>> = {
    hours: 'h',
    money: 'money',
    things: 'thing',
    'know-how': 'text',
    attention: 'min',
  };
  if (kind === null) return '|';
  return `${kind}|${unit ?? usual[kind] ?? (/^[a-z]{3}$/.test(kind) ? kind.toUpperCase() : '')}`;
}

export function perChoices(): readonly Choice[] {
  return [
    { value: '', label: t('quick.per.none', 'how often: not said') },
    { value: 'day', label: t('quick.per.day', 'a day') },
    { value: 'week', label: t('quick.per.week', 'a week') },
    { value: 'month', label: t('quick.per.month', 'a month') },
    { value: 'quarter', label: t('quick.per.quarter', 'a quarter') },
    { value: 'year', label: t('quick.per.year', 'a year') },
    { value: 'season', label: t('quick.per.season', 'a season') },
    { value: 'event', label: t('quick.per.event', 'each time') },
    { value: 'once', label: t('quick.per.once', 'once') },
  ];
}

export function sortChoices(): readonly Choice[] {
  return [
    { value: 'circle', label: t('quick.sort.circle', 'a circle of ours') },
    { value: 'person', label: t('quick.sort.person', 'a person among us') },
    { value: 'organisation', label: t('quick.sort.organisation', 'an organisation outside') },
    { value: 'public', label: t('quick.sort.public', 'people outside') },
    { value: 'activity', label: t('quick.sort.activity', 'something we do') },
    { value: 'pool', label: t('quick.sort.pool', 'something we share') },
  ];
}

export function sortText(sort: EndSort): string {
  return sortChoices().find((one) => one.value === sort)?.label ?? sort;
}

/** `2 days of work a month`, `some hours`, `how much is not known`. */
export function amountWords(view: View, kind: string | null, amount: AmountParts): string {
  const unit = unitChoices(view, kind, amount.unit).find(
    (one) => one.value === unitValue(kind, amount.unit),
  )?.label;
  const per = perChoices().find((one) => one.value === amount.per)?.label;
  const what = kind === null ? null : (unit ?? null);
  if (amount.much === 'unknown')
    return what === null
      ? t('quick.amount.unknown', 'how much is not known')
      : t('quick.amount.unknown-of', '{what}: how much is not known', { what });
  const much = amount.much === 'some' ? t('quick.amount.some', 'some') : amount.much.replaceAll('..', '–');
  if (per === undefined || amount.per === null)
    return t('quick.amount.bare', '{much} {what}', { much, what: what ?? '' }).trim();
  return t('quick.amount.per', '{much} {what} {per}', { much, what: what ?? '', per });
}

/** Who to whom, where an answer has two ends. */
export function endsOf(answer: Answer): readonly [string, string] | null {
  if (answer.sort === 'stream') return [answer.from.text, answer.to.text];
  return answer.sort === 'influence' ? [answer.from, answer.to] : null;
}

/** The name of an answer with one thing at its heart. */
export function headOf(answer: Answer): string {
  switch (answer.sort) {
    case 'need':
      return answer.name === null
        ? t('quick.head.need', '{activity} takes', { activity: answer.activity })
        : t('quick.head.need-of', '{activity} takes: {what}', {
            activity: answer.activity,
            what: answer.name,
          });
    case 'free':
      return answer.forWhom.length === 0
        ? t('quick.head.free', '{activity} is free', { activity: answer.activity })
        : t('quick.head.free-for', '{activity} is free for {whom}', {
            activity: answer.activity,
            whom: list(answer.forWhom),
          });
    case 'note':
    case 'vision':
      return answer.text;
    case 'stream':
    case 'influence': {
      const [from, to] = endsOf(answer) ?? ['', ''];
      return t('name.arrow', '{from} to {to}', { from, to });
    }
    default:
      return answer.name;
  }
}

/** What else is read in it, in one line. */
export function lineOf(view: View, answer: Answer): string {
  switch (answer.sort) {
    case 'stream':
      return [
        answer.name ?? '',
        amountWords(view, answer.kind, answer.amount),
        answer.form === null ? '' : formText(answer.form).toLowerCase(),
        lastingText(answer),
      ]
        .filter((part) => part !== '')
        .join(' · ');
    case 'need':
      return [amountWords(view, answer.kind, answer.amount), lastingText(answer)]
        .filter((part) => part !== '')
        .join(' · ');
    case 'party':
      return answer.size === null && (answer.as === 'organisation' || answer.as === 'person')
        ? sortText(answer.as)
        : t('quick.line.party', '{sort} · {size}', {
            sort: sortText(answer.as),
            size: sizeWords(answer.size),
          });
    case 'activity':
      return answer.rhythm === null
        ? t('quick.line.activity', 'something you do')
        : t('quick.line.rhythm', 'something you do · {rhythm}', { rhythm: answer.rhythm });
    case 'pool':
      return answer.stock ?? t('quick.line.pool', 'something you share');
    case 'tool':
      return toolWords(answer.payer, answer.keys);
    case 'influence':
      return answer.sign === '+'
        ? t('influence.plus', 'More brings more')
        : t('influence.minus', 'More brings less');
    case 'free':
      return t('quick.line.free', 'free at the gate');
    case 'vision':
      return t('quick.line.vision', 'a wish you share');
    case 'note':
      return t(
        'quick.line.note',
        'I cannot draw this yet. It is kept as a note in your file, in your words.',
      );
  }
}

/** From when until when, as it was said. */
function lastingText({ since, until }: Lasting): string {
  return since || until ? `${since ?? ''} – ${until ?? ''}`.trim() : '';
}

function sizeWords(size: string | null): string {
  if (size === null) return t('quick.size.unknown', 'how many is not known');
  if (size === 'some') return t('quick.size.some', 'some, not counted');
  return t('quick.size', '{size} people', { size: size.replace('..', '–') });
}

function toolWords(payer: string, keys: string): string {
  const pays =
    payer === ''
      ? t('quick.tool.payer-open', 'who pays: not said')
      : payer === '?'
        ? t('quick.tool.payer-unknown', 'nobody knows who pays')
        : t('quick.tool.payer', '{who} pays', { who: payer });
  const holds =
    keys === ''
      ? t('quick.tool.keys-open', 'who holds the keys: not said')
      : t('quick.tool.keys', '{who} holds the keys', { who: keys });
  return `${pays} · ${holds}`;
}

/** What was kept, for the history. */
export function saysOf(answers: readonly Answer[]): string {
  const named = answers.slice(0, 3).map(headOf);
  return answers.length > 3
    ? t('quick.says.more', 'Told: {what} and {count} more', {
        what: named.join(', '),
        count: answers.length - 3,
      })
    : t('quick.says', 'Told: {what}', { what: list(named) });
}
