/** `potluck agenda`: what to talk about in a month, as text, Markdown or calendar. */
import { answer, tellable } from '#cli/answer';
import { type Call, CallError, type Command } from '#cli/command';
import { beside, wrap } from '#cli/layout';
import { agendaEntries, agendaMarkdown, agendaOf, agendaReport, carried, takes, title } from '#core/agenda';
import type { View } from '#core/audience/view';
import { inLanguage } from '#core/model/fact';
import { windowOf } from '#core/talk/month';
import { calendarFile, momentOf } from '#server/calendar-file';

const FORMATS = ['text', 'md', 'ics'] as const;

export const agenda: Command = {
  name: 'agenda',
  takes: 'FILE',
  answers: 'the leadership agenda of a month',
  about:
    'Proposes what to talk about in a month, on three legs: how we are with each other, how we keep our order, what comes in and goes out. It looks sixty days ahead for what is due. Thanks come first, what makes lighter before what is new. Each item has a role that carries it and minutes. Change it as you like.',
  options: [
    { name: 'month', value: 'MONTH', says: 'such as 2026-12; the month of the described day unless said' },
    {
      name: 'format',
      value: 'text|md|ics',
      says: 'for people, for a wiki, or for a calendar; text unless said',
    },
  ],
  examples: [
    'potluck agenda cases/allotment-school/community.yaml --month 2026-12',
    'potluck agenda my.yaml --format ics > agenda.ics',
    'potluck agenda my.yaml --format md --audience members',
  ],
  run: (call, world) => {
    const month = monthOption(call);
    const format = formatOption(call);
    return answer(call, world, {
      json: (view, { loaded }) => agendaReport(view, month, tellable(loaded, view)),
      text: (view) => {
        if (format === 'md') return agendaMarkdown(view, month);
        return format === 'ics' ? asCalendar(view, month) : asText(view, month, world.columns);
      },
      empty: { month: month ?? null, from: null, until: null, minutes: 0, legs: [], items: [] },
    });
  },
};

function monthOption(call: Call): string | undefined {
  const month = call.options.get('month');
  if (month !== undefined && windowOf(month) === null)
    throw new CallError(
      `--month takes a month such as 2026-12; ${month === '' ? 'nothing' : month} is none.`,
    );
  return month;
}

function formatOption(call: Call): (typeof FORMATS)[number] {
  const given = call.options.get('format') ?? 'text';
  const format = FORMATS.find((one) => one === given);
  if (format === undefined)
    throw new CallError(`--format takes text, md or ics; ${given === '' ? 'nothing' : given} is none.`);
  return format;
}

function asCalendar(view: View, month: string | undefined): string {
  const at = momentOf(view.day);
  const sequence = Math.max(0, view.day);
  return calendarFile(agendaEntries(view, month), {
    name: inLanguage(view.name),
    language: 'en',
    at,
    sequence,
  });
}

function asText(view: View, month: string | undefined, columns: number): string {
  const made = agendaOf(view, month);
  const items = made.items.map((one, at) =>
    [
      beside(`${`${at + 1}.`.padStart(3)} `, one.message.text, 4, columns),
      beside('    ', carried(one), 4, columns),
      ...(one.evidence.length > 0 ? [beside('    From: ', one.evidence.join(', '), 10, columns)] : []),
    ].join('\n'),
  );
  const empty = made.legs
    .filter((leg) => leg.items.length === 0)
    .map((leg) => wrap(leg.message.text, columns));
  return `${[wrap(title(view, made), columns), ...items, ...empty, wrap(takes(made), columns)].join('\n\n')}\n`;
}
