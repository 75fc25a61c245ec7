/** `potluck agenda`: what to talk about in a month, as text, Markdown or calendar. */
import { answer, tellable } from '#cli/answer';
import type { Call, Command } from '#cli/command';
import { beside, wrap } from '#cli/layout';
import { fromText } from '#cli/words';
import { callError, given, WRONG_USE } from '#cli/wrong';
import {
  agendaEntries,
  agendaMarkdown,
  agendaOf,
  agendaReport,
  carried,
  type MeetingReport,
  meetingReport,
  takes,
  title,
} from '#core/agenda';
import type { View } from '#core/audience/view';
import { inLanguage } from '#core/model/fact';
import { windowOf } from '#core/talk/month';
import { message } from '#core/words/message';
import { speech } from '#core/words/speech';
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
    { name: 'meeting', value: null, says: 'the agenda of one meeting instead, made from the questions' },
    { name: 'minutes', value: 'N', says: 'with --meeting: how long it is; 90 unless said' },
  ],
  examples: [
    'potluck agenda cases/allotment-school/community.yaml --month 2026-12',
    'potluck agenda my.yaml --format ics > agenda.ics',
    'potluck agenda my.yaml --format md --audience members',
    'potluck agenda my.yaml --meeting --minutes 60',
  ],
  run: (call, world) => {
    const month = monthOption(call);
    const format = formatOption(call);
    const minutes = minutesOption(call);
    const meets = call.options.has('meeting');
    if (meets && format !== 'text') throw callError(WRONG_USE.meetingText());
    const meetingOf = (view: View) => meetingReport(view, minutes === undefined ? {} : { minutes });
    return answer(call, world, {
      json: (view, { loaded }) => {
        const report = agendaReport(view, month, tellable(loaded, view));
        if (!meets) return report;
        const { minutes: length, items, left } = meetingOf(view);
        return { ...report, meeting: { minutes: length, items, left } };
      },
      text: (view) => {
        if (meets) return meetingText(view, meetingOf(view), world.columns);
        if (format === 'md') return agendaMarkdown(view, month);
        return format === 'ics' ? asCalendar(view, month) : asText(view, month, world.columns);
      },
      empty: {
        month: month ?? null,
        from: null,
        until: null,
        minutes: 0,
        legs: [],
        items: [],
        meeting: null,
      },
    });
  },
};

function monthOption(call: Call): string | undefined {
  const month = call.options.get('month');
  if (month !== undefined && windowOf(month) === null)
    throw callError(WRONG_USE.month({ given: given(month) }));
  return month;
}

function formatOption(call: Call): (typeof FORMATS)[number] {
  const asked = call.options.get('format') ?? 'text';
  const format = FORMATS.find((one) => one === asked);
  if (format === undefined) throw callError(WRONG_USE.agendaFormat({ given: given(asked) }));
  return format;
}

function minutesOption(call: Call): number | undefined {
  const asked = call.options.get('minutes');
  if (asked === undefined) return undefined;
  const minutes = /^\d+$/.test(asked) ? Number(asked) : Number.NaN;
  if (!call.options.has('meeting') || !(minutes >= 10 && minutes <= 1440))
    throw callError(
      call.options.has('meeting') ? WRONG_USE.minutes({ given: given(asked) }) : WRONG_USE.minutesAlone(),
    );
  return minutes;
}

const MEETING_TITLE = message(
  'talk.meeting.title',
  '{community}: an agenda of {minutes, plural, one {# minute} other {# minutes}}',
);
const MEETING_MINUTES = message(
  'talk.meeting.minutes',
  '{minutes, plural, one {# minute} other {# minutes}}',
);

/** The meeting, item by item; an item of money after the value that it serves. */
function meetingText(view: View, made: MeetingReport, columns: number): string {
  const community = inLanguage(view.name);
  const items = made.items.map((one, at) =>
    [
      beside(`${`${at + 1}.`.padStart(3)} `, one.text, 4, columns),
      ...(one.opensWith === null ? [] : [beside('    ', one.opensWith.text, 4, columns)]),
      beside('    ', MEETING_MINUTES({ minutes: one.minutes }).text, 4, columns),
      ...(one.evidence.length > 0 ? [fromText(one.evidence, columns)] : []),
    ].join('\n'),
  );
  return `${[wrap(MEETING_TITLE({ community, minutes: made.minutes }).text, columns), ...items].join('\n\n')}\n`;
}

function asCalendar(view: View, month: string | undefined): string {
  const at = momentOf(view.day);
  const sequence = Math.max(0, view.day);
  return calendarFile(agendaEntries(view, month), {
    name: inLanguage(view.name),
    language: speech().language,
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
      ...(one.evidence.length > 0 ? [fromText(one.evidence, columns)] : []),
    ].join('\n'),
  );
  const empty = made.legs
    .filter((leg) => leg.items.length === 0)
    .map((leg) => wrap(leg.message.text, columns));
  return `${[wrap(title(view, made), columns), ...items, ...empty, wrap(takes(made), columns)].join('\n\n')}\n`;
}
