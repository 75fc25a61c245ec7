/**
 * The fields of each form as data, with the choices that a community offers. Says nothing of how they become keys of
 * the file.
 */
import type { View } from '#core/audience/view';
import { nameOf } from '#core/model/fact';
import type { Thing } from '#core/model/things';
import { FORMS, formText, nameOfId, nameOfThing, STATUSES, statusText } from '../naming';
import { t } from '../words';
import type { Choice, EditableSection, Field } from './fields';

const choice = (value: string, label: string): Choice => ({ value, label });
const nobody = () => choice('', t('field.nobody', 'Not said'));

const dates = (): readonly Field[] => [
  {
    key: 'since',
    as: 'line',
    half: true,
    label: t('field.since', 'Since'),
    hint: t('field.date-hint', '2009, 2009-10 or 2009-10-08'),
  },
  {
    key: 'until',
    as: 'line',
    half: true,
    label: t('field.until', 'Until'),
    hint: t('field.until-hint', 'Empty: it goes on'),
  },
];
const note = (): Field => ({ key: 'note', as: 'text', label: t('field.note', 'Anything else') });

/** The fields of a sort, with the choices that this community offers. */
export function fieldsOf(section: EditableSection, view: View): readonly Field[] {
  switch (section) {
    case 'parties':
      return partyFields(view);
    case 'pools':
      return poolFields(view);
    case 'activities':
      return activityFields(view);
    case 'flows':
      return flowFields(view);
    case 'influences':
      return influenceFields(view);
  }
}

function partyFields(view: View): readonly Field[] {
  return [
    { key: 'name', as: 'line', needed: true, label: t('party.name', 'What are they called?') },
    {
      key: 'type',
      as: 'choice',
      label: t('party.type', 'Who are they?'),
      choices: [
        choice('circle', t('party.circle', 'A circle of people')),
        choice('person', t('party.person', 'One person')),
        choice('organisation', t('party.organisation', 'An organisation')),
        choice('public', t('party.public', 'Anyone, the public')),
        choice('ecosystem', t('party.ecosystem', 'A service on the web')),
      ],
    },
    { key: 'inside', as: 'check', label: t('party.inside', 'They are among those who say “we”') },
    {
      key: 'circle',
      as: 'choice',
      half: true,
      label: t('party.distance', 'How near do they sit?'),
      choices: [
        nobody(),
        choice('core', t('party.core', 'Core')),
        choice('active', t('party.active', 'Active')),
        choice('occasional', t('party.occasional', 'Now and then')),
        choice('peripheral', t('party.peripheral', 'At the edge')),
        choice('transactional', t('party.transactional', 'For a purpose')),
      ],
    },
    {
      key: 'in',
      as: 'choice',
      half: true,
      label: t('party.in', 'Part of'),
      choices: [nobody(), ...things(view, ['parties'])],
    },
    {
      key: 'size',
      as: 'line',
      label: t('party.size', 'How many?'),
      hint: t('party.size-hint', '5, 15..20 or about 650. Empty: nobody counted.'),
    },
    ...dates(),
    note(),
  ];
}

function poolFields(view: View): readonly Field[] {
  return [
    { key: 'name', as: 'line', needed: true, label: t('pool.name', 'What is it called?') },
    {
      key: 'kind',
      as: 'choice',
      needed: true,
      label: t('pool.kind', 'What gathers there?'),
      choices: kinds(view),
    },
    {
      key: 'stock',
      as: 'line',
      half: true,
      label: t('pool.stock', 'How much is in it?'),
      hint: t('pool.stock-hint', '1200 EUR. Empty: not known.'),
    },
    {
      key: 'holder',
      as: 'choice',
      half: true,
      label: t('pool.holder', 'Who holds it?'),
      choices: [nobody(), ...things(view, ['parties'])],
    },
    { key: 'entry', as: 'text', label: t('pool.entry', 'Who may put in?') },
    { key: 'use', as: 'text', label: t('pool.use', 'Who may take out, and for what?') },
    ...dates(),
    note(),
  ];
}

function activityFields(view: View): readonly Field[] {
  return [
    { key: 'name', as: 'line', needed: true, label: t('activity.name', 'What do you do?') },
    {
      key: 'for',
      as: 'things',
      label: t('activity.for', 'For whom?'),
      hint: t('activity.for-hint', 'Shares can be set in the file; here all weigh the same.'),
      choices: things(view, ['parties']),
    },
    { key: 'price', as: 'check', label: t('activity.free', 'It is free for them') },
    {
      key: 'rhythm',
      as: 'line',
      label: t('activity.rhythm', 'How often?'),
      hint: t('activity.rhythm-hint', '6 / year. Empty: always, or nobody said.'),
    },
    ...dates(),
    note(),
  ];
}

function flowFields(view: View): readonly Field[] {
  const outside = [
    choice('outside', nameOfId(view, 'outside')),
    choice('ecosystem', nameOfId(view, 'ecosystem')),
  ];
  const ends = [
    choice('', t('flow.choose', 'Choose')),
    ...things(view, ['parties', 'activities', 'pools', 'pockets']),
    ...outside,
  ];
  return [
    {
      key: 'from',
      as: 'choice',
      needed: true,
      half: true,
      label: t('flow.from', 'Who gives?'),
      choices: ends,
    },
    {
      key: 'to',
      as: 'choice',
      needed: true,
      half: true,
      label: t('flow.to', 'To whom, or for what?'),
      choices: ends,
    },
    {
      key: 'name',
      as: 'line',
      label: t('flow.name', 'What is it, in a few words?'),
      hint: t('flow.name-hint', 'moderates the list'),
    },
    {
      key: 'amount',
      as: 'line',
      half: true,
      label: t('flow.amount', 'How much?'),
      hint: t('flow.amount-hint', '12 h/month, 20 EUR/year, some h/week. Empty: nobody knows.'),
    },
    {
      key: 'kind',
      as: 'choice',
      half: true,
      label: t('flow.kind', 'Of what?'),
      hint: t('flow.kind-hint', 'Only where the amount does not say.'),
      choices: [choice('', t('flow.kind-unit', 'As the amount says')), ...kinds(view)],
    },
    {
      key: 'form',
      as: 'choice',
      half: true,
      label: t('flow.form', 'In which form?'),
      choices: [nobody(), ...FORMS.map((form) => choice(form, formText(form)))],
    },
    {
      key: 'status',
      as: 'choice',
      half: true,
      label: t('flow.status', 'How sure?'),
      choices: [...STATUSES.map((status) => choice(status, statusText(status)))],
    },
    ...dates(),
    note(),
  ];
}

function influenceFields(view: View): readonly Field[] {
  const ends = [
    choice('', t('flow.choose', 'Choose')),
    ...things(view, ['parties', 'activities', 'pools', 'quantities', 'flows']),
  ];
  return [
    {
      key: 'from',
      as: 'choice',
      needed: true,
      half: true,
      label: t('influence.from', 'More of'),
      choices: ends,
    },
    { key: 'to', as: 'choice', needed: true, half: true, label: t('influence.to', 'moves'), choices: ends },
    { key: 'name', as: 'line', label: t('influence.name', 'What happens, in a few words?') },
    {
      key: 'sign',
      as: 'choice',
      needed: true,
      label: t('influence.sign', 'Which way?'),
      choices: [
        choice('+', t('influence.plus', 'More brings more')),
        choice('-', t('influence.minus', 'More brings less')),
      ],
    },
    {
      key: 'after',
      as: 'line',
      half: true,
      label: t('influence.after', 'After how long?'),
      hint: t('influence.after-hint', '3 months. Empty: nobody said.'),
    },
    {
      key: 'strength',
      as: 'choice',
      half: true,
      label: t('influence.strength', 'How strongly?'),
      choices: [
        nobody(),
        choice('weak', t('influence.weak', 'Weakly')),
        choice('medium', t('influence.medium', 'Clearly')),
        choice('strong', t('influence.strong', 'Strongly')),
      ],
    },
    ...dates(),
    note(),
  ];
}

/** Everything of some sections that is or was, what holds on the day first, each by name. */
function things(
  view: View,
  sections: readonly ('parties' | 'activities' | 'pools' | 'pockets' | 'quantities' | 'flows')[],
): readonly Choice[] {
  return sections.flatMap((section) =>
    [...(view.ever[section] as readonly Thing[])]
      .sort((a, b) => Number(view.valid(b)) - Number(view.valid(a)))
      .map((thing) =>
        choice(
          thing.id,
          view.valid(thing)
            ? nameOfThing(view, thing)
            : t('field.not-now', '{name} (not on this day)', { name: nameOfThing(view, thing) }),
        ),
      ),
  );
}

/** Kinds of the file, and currencies that the format knows without being told. */
function kinds(view: View): readonly Choice[] {
  const own = view.kinds.map((kind) =>
    choice(
      kind.id,
      kind.name === null ? `${kind.id}${kind.unit === null ? '' : ` (${kind.unit})`}` : nameOf(kind as never),
    ),
  );
  const known = ['hours', 'eur', 'usd', 'gbp', 'chf'].filter(
    (id) => !view.kinds.some((kind) => kind.id === id),
  );
  return [
    ...own,
    ...known.map((id) => choice(id, id === 'hours' ? t('kind.hours', 'Hours') : id.toUpperCase())),
  ];
}
