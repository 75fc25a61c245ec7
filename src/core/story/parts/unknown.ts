/** What is not known, as a thing worth telling: who gives uncounted, what is short, what stays hidden here. */
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import { readingOn } from '#core/model/rate';
import { of, value } from '#core/questions/reading';
import { isHours } from '#core/questions/shares';
import { speak, speakAll } from '#core/story/names';
import { isInside } from '#core/story/streams';
import { type Told, tell } from '#core/story/told';
import { message } from '#core/words/message';

const COUNT = message(
  'story.unknown.count',
  '{known, plural, =0 {{all, plural, one {The one stream in this picture carries no number} other {None of the # streams in this picture carries a number}}: people gave, and nobody counted} other {{unknown, plural, =0 {Every one of the {all} streams in this picture carries a number} other {Of the {all} streams in this picture, {known, number} {known, plural, one {carries} other {carry}} a number; {unknown, plural, one {the other is there, and nobody counted it} other {the others are there, and nobody counted them}}}}}}.',
);
const HOURS = message(
  'story.unknown.hours',
  'How many hours {who} {many, select, yes {put} other {puts}} in, nobody has counted.',
);
const SHORT = message(
  'story.short',
  'Of what {need} {many, select, yes {take} other {takes}}, about {cov, number, percent} comes; the rest is open.',
);
const ROLE = message('story.role.open', 'For the role {roles} nobody is named here.');
const HIDDEN = message(
  'story.hidden',
  '{n, plural, one {One fact is} other {# facts are}} kept from this page.',
);

/** Sentences on what is missing, uncovered or hidden. */
export function unknown(view: View, findings: readonly Finding[]): readonly Told[] {
  return [...short(view, findings), ...counts(view), ...hours(view), ...roles(view), ...hidden(view)];
}

function counts(view: View): readonly Told[] {
  const flows = view.countedFlows.filter((flow) => !view.isCovered(flow.id));
  const known = flows.filter((flow) => {
    const is = readingOn(flow.amount, view.day)?.value.is;
    return is === 'known' || is === 'none';
  });
  if (flows.length === 0) return [];
  const rest = flows.filter((flow) => !known.includes(flow)).map((flow) => flow.id);
  return [
    tell(
      0.78,
      COUNT({ all: flows.length, known: known.length, unknown: rest.length }),
      rest.length === 0 ? flows.map((flow) => flow.id) : rest,
    ),
  ];
}

/** Those inside whose hours nobody counted: the largest gift of most communities. */
function hours(view: View): readonly Told[] {
  const flows = view.countedFlows.filter(
    (flow) => isInside(view, flow.from) && isHours(view, flow.kind) && !view.isCovered(flow.id),
  );
  const isCounted = (flow: (typeof flows)[number]) => {
    const is = readingOn(flow.amount, view.day)?.value.is;
    return is === 'known' || is === 'none';
  };
  const givers = new Set(flows.filter(isCounted).map((flow) => flow.from));
  const uncounted = flows.filter((flow) => !givers.has(flow.from));
  if (uncounted.length === 0) return [];
  const who = speakAll(
    view,
    uncounted.map((flow) => flow.from),
  );
  return [
    tell(
      0.68,
      HOURS({ who: who.text, many: who.many ? 'yes' : 'no' }),
      uncounted.map((flow) => flow.id),
    ),
  ];
}

function short(view: View, findings: readonly Finding[]): readonly Told[] {
  return of(findings, 'coverage')
    .filter((finding) => finding.verdict === 'short')
    .flatMap((finding) => {
      const need = finding.about[0];
      const cov = value(finding, 'cov');
      if (need === undefined || cov === null || cov === undefined) return [];
      const spoken = speak(view, need);
      return [
        tell(0.74, SHORT({ need: spoken.text, many: spoken.many ? 'yes' : 'no', cov }), [
          need,
          ...finding.evidence,
        ]),
      ];
    });
}

function roles(view: View): readonly Told[] {
  const open = view.roles.filter((role) => role.heldBy.length === 0);
  if (open.length === 0) return [];
  return [
    tell(
      0.4,
      ROLE({
        roles: speakAll(
          view,
          open.map((role) => role.id),
        ).text,
      }),
      open.map((role) => role.id),
    ),
  ];
}

function hidden(view: View): readonly Told[] {
  const n = view.withheld.reduce((sum, one) => sum + one.count, 0) + view.toJSON().covered.length;
  return n === 0 ? [] : [tell(0.77, HIDDEN({ n }), [])];
}
