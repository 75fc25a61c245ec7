/** What is known of a thing, line by line; what nobody said is left out, what is unknown says so. */
import type { View } from '#core/audience/view';
import { readingOn } from '#core/model/rate';
import type { Flow, Thing } from '#core/model/things';
import { amountText, spanText, whenText } from '../format';
import { familyOf, kindName } from '../kind-look';
import { Mark } from '../marks';
import { flowAmount, formText, nameOfId, nameOfThing, statusText } from '../naming';
import { list, t, words } from '../words';

type Line = readonly [label: string, said: string];

export function Facts({ view, thing }: { readonly view: View; readonly thing: Thing }) {
  const lines = [...ownLines(view, thing), ...sharedLines(thing)].filter(([, said]) => said !== '');
  const into = view.flows.filter((flow) => flow.to === thing.id);
  const out = view.flows.filter((flow) => flow.from === thing.id);
  return (
    <>
      {thing.note !== null && <p className="story">{words(thing.note)}</p>}
      <dl className="facts">
        {lines.map(([label, said]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <Streams view={view} flows={into} title={t('facts.in', 'What comes')} />
      <Streams view={view} flows={out} title={t('facts.out', 'What goes')} />
    </>
  );
}

function Streams({
  view,
  flows,
  title,
}: {
  readonly view: View;
  readonly flows: readonly Flow[];
  readonly title: string;
}) {
  if (flows.length === 0) return null;
  return (
    <>
      <h3 className="rule">{title}</h3>
      <ul className="evidence">
        {flows.map((flow) => (
          <li key={flow.id}>
            <Mark
              family={familyOf(view.kind(flow.kind ?? ''))}
              size={20}
              label={kindName(view.kind(flow.kind ?? ''))}
            />
            <div>
              <b>{nameOfThing(view, flow)}</b>
              <p className="small quiet">
                {[
                  flow.name === null
                    ? ''
                    : t('name.arrow', '{from} to {to}', {
                        from: nameOfId(view, flow.from),
                        to: nameOfId(view, flow.to),
                      }),
                  flowAmount(view, flow),
                ]
                  .filter((part) => part !== '')
                  .join('; ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function sharedLines(thing: Thing): readonly Line[] {
  return [
    [
      t('facts.when', 'When'),
      thing.section === 'history' ? whenText(thing.on) : spanText(thing.since, thing.until),
    ],
  ];
}

function ownLines(view: View, thing: Thing): readonly Line[] {
  switch (thing.section) {
    case 'parties':
      return [
        [
          t('facts.inside', 'Among those who say “we”'),
          thing.inside ? t('facts.yes', 'yes') : t('facts.no', 'no'),
        ],
        [t('facts.part-of', 'Part of'), thing.in === null ? '' : nameOfId(view, thing.in)],
        [
          t('facts.people', 'How many'),
          thing.size.length === 0 ? '' : amountText(readingOn(thing.size, view.day)?.value),
        ],
      ];
    case 'pools': {
      const stock = thing.stock.at(-1);
      return [
        [t('facts.kind', 'What gathers there'), kindName(view.kind(thing.kind))],
        [
          t('facts.stock', 'In it'),
          view.isCovered(thing.id)
            ? t('amount.covered', 'you may see that it exists, not how much')
            : amountText(stock?.amount),
        ],
        [t('facts.holder', 'Held by'), thing.holder === null ? '' : nameOfId(view, thing.holder)],
        [t('facts.entry', 'Who may put in'), words(thing.entry)],
        [t('facts.use', 'Who may take out'), words(thing.use)],
        [t('facts.ours', 'How it became ours'), words(thing.oursBecause)],
      ];
    }
    case 'activities':
      return [
        [t('facts.for', 'For'), list(Object.keys(thing.for).map((id) => nameOfId(view, id)))],
        [
          t('facts.price', 'Price'),
          thing.price === null
            ? ''
            : thing.price === 'free'
              ? t('facts.free', 'free')
              : amountText(thing.price),
        ],
        [t('facts.rhythm', 'How often'), thing.rhythm === null ? '' : amountText(thing.rhythm)],
      ];
    case 'flows':
      return [
        [t('facts.from', 'From'), nameOfId(view, thing.from)],
        [t('facts.to', 'To'), nameOfId(view, thing.to)],
        [t('facts.amount', 'How much'), flowAmount(view, thing)],
        [t('facts.of', 'Of what'), kindName(view.kind(thing.kind ?? ''))],
        [t('facts.form', 'Form'), thing.form === null ? '' : formText(thing.form)],
        [t('facts.status', 'How sure'), statusText(thing.status)],
        [t('facts.strings', 'Strings'), words(thing.strings)],
        [
          t('facts.otherwise', 'Read another way'),
          thing.otherwise
            .map((one) =>
              [one.amount === null ? '' : amountText(one.amount), words(one.note)]
                .filter((part) => part !== '')
                .join(': '),
            )
            .join('; '),
        ],
      ];
    case 'influences':
      return [
        [t('facts.from', 'From'), nameOfId(view, thing.from)],
        [t('facts.to', 'To'), nameOfId(view, thing.to)],
        [
          t('facts.sign', 'Which way'),
          thing.sign === '+'
            ? t('influence.plus', 'More brings more')
            : t('influence.minus', 'More brings less'),
        ],
        [
          t('facts.after', 'After'),
          thing.delayMonths === null
            ? ''
            : t('facts.months', '{count, plural, one {# month} other {# months}}', {
                count: thing.delayMonths,
              }),
        ],
        [t('facts.condition', 'If'), words(thing.condition)],
      ];
    case 'needs':
      return [
        [t('facts.need-of', 'Needed by'), nameOfId(view, thing.activity)],
        [t('facts.amount', 'How much'), amountText(readingOn(thing.amount, view.day)?.value)],
      ];
    case 'tools':
      return [
        [t('facts.keys', 'Keys with'), list(thing.keys.map((id) => nameOfId(view, id)))],
        [
          t('facts.payer', 'Paid by'),
          thing.payer === null || thing.payer === 'unknown'
            ? t('amount.not-known', 'not known')
            : nameOfId(view, thing.payer),
        ],
      ];
    default:
      return 'text' in thing && thing.text !== null && thing.name !== null
        ? [[t('facts.text', 'In words'), words(thing.text)]]
        : [];
  }
}
