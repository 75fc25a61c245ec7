/** What people say: what it brought, where they differ, how they trust, what they decided. In their own words. */
import type { View } from '#core/audience/view';
import { monthsBetween, type When } from '#core/model/dates';
import { inLanguage } from '#core/model/fact';
import { readingOn } from '#core/model/rate';
import type { Decision } from '#core/model/things';
import { quote, speak } from '#core/story/names';
import { type Told, tell } from '#core/story/told';
import { sayAt } from '#core/words/dates';
import { listed } from '#core/words/lists';
import { message } from '#core/words/message';

const RECENT_MONTHS = 24;

const WORTH = message('story.worth', 'What it brings, as people tell it: {texts}.');
const COST = message('story.worth.cost', 'Also told: {texts}.');
const DIFFER = message('story.differ', 'Not everyone sees {about} alike: {texts}.');
const TRUST = message(
  'story.trust',
  'Between {a} and {b}, trust is told as {trust, number} on a scale from 0 to 1.',
);
const TRUST_UNKNOWN = message(
  'story.trust.unknown',
  'How far {a} and {b} trust each other is not written down here.',
);
const DECIDED = message(
  'story.decided',
  '{date, select, none {It was decided} other {It was decided {date}}}: {text}{reasons, select, none {} other {, because {reasons}}}.',
);
const OPEN = message(
  'story.open',
  '{date, select, none {Still open} other {Raised {date} and still open}}: {text}.',
);

/** Sentences of worth, difference and trust. */
export function said(view: View): readonly Told[] {
  return [...worth(view), ...differences(view), ...trust(view)];
}

function worth(view: View): readonly Told[] {
  const good = view.worth.filter((one) => one.sign === '+');
  const bad = view.worth.filter((one) => one.sign === '-');
  const voices = view.voices.filter((one) => one.type === 'worth' && one.text !== null);
  const praise = [
    ...good.map((one) => ({ id: one.id, text: one.text })),
    ...voices.filter((one) => one.sign !== '-').map((one) => ({ id: one.id, text: one.text ?? '' })),
  ].slice(0, 2);
  const texts = (all: readonly { readonly text: Decision['text'] }[]) =>
    listed(all.map((one) => quote(inLanguage(one.text))));
  return [
    ...(praise.length === 0
      ? []
      : [
          tell(
            0.64,
            WORTH({ texts: texts(praise) }),
            praise.map((one) => one.id),
          ),
        ]),
    ...(bad.length === 0
      ? []
      : [
          tell(
            0.44,
            COST({ texts: texts(bad.slice(0, 2)) }),
            bad.slice(0, 2).map((one) => one.id),
          ),
        ]),
  ];
}

function differences(view: View): readonly Told[] {
  return view.voices
    .filter((voice) => voice.type === 'dispute' && voice.about !== null && voice.text !== null)
    .slice(0, 2)
    .map((voice) => {
      const params = {
        about: speak(view, voice.about ?? '').text,
        texts: quote(inLanguage(voice.text ?? '')),
      };
      return tell(0.5, DIFFER(params), [voice.id]);
    });
}

function trust(view: View): readonly Told[] {
  const ties = view.ties.map((tie) => ({ tie, trust: readingOn(tie.trust, view.day)?.value ?? null }));
  const known = ties.filter((one) => one.trust !== null).slice(0, 2);
  const sentences = known.map(({ tie, trust: level }) => {
    const [a, b] = tie.between;
    return tell(0.46, TRUST({ a: speak(view, a).text, b: speak(view, b).text, trust: level ?? 0 }), [tie.id]);
  });
  const unknown = ties.filter((one) => one.trust === null).slice(0, 1);
  if (known.length > 0 || unknown.length === 0) return sentences;
  return unknown.map(({ tie }) => {
    const [a, b] = tie.between;
    return tell(0.34, TRUST_UNKNOWN({ a: speak(view, a).text, b: speak(view, b).text }), [tie.id]);
  });
}

/** The latest decision, and what was raised and is still open, of the last two years. */
export function decisions(view: View): readonly Told[] {
  const recent = view.decisions.filter((one) => one.on === null || isRecent(one.on, view));
  const latest = (all: readonly Decision[]) =>
    [...all].sort((a, b) => (b.on?.first ?? 0) - (a.on?.first ?? 0))[0];
  const decided = latest(recent.filter((one) => one.state === 'decided' || one.state === 'reviewed'));
  const open = latest(recent.filter((one) => one.state === 'open'));
  const sentences: Told[] = [];
  if (decided !== undefined) {
    const reasons = decided.reasons === null ? 'none' : quote(inLanguage(decided.reasons));
    sentences.push(
      tell(
        0.71,
        DECIDED({ date: sayAt(decided.on) || 'none', text: quote(inLanguage(decided.text)), reasons }),
        [decided.id],
      ),
    );
  }
  if (open !== undefined) {
    sentences.push(
      tell(0.7, OPEN({ date: sayAt(open.on) || 'none', text: quote(inLanguage(open.text)) }), [open.id]),
    );
  }
  return sentences;
}

function isRecent(on: When, view: View): boolean {
  return on.first !== null && on.first <= view.day && monthsBetween(on.first, view.day) <= RECENT_MONTHS;
}
