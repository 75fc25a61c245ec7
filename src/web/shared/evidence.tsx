/** The facts behind a sentence or number, and how each is known: its sources by title. */
import { useState } from 'react';
import type { View } from '#core/audience/view';
import type { Evidence, How, Id } from '#core/model/fact';
import type { Thing } from '#core/model/things';
import { spanText, whenText } from './format';
import { familyOf } from './kind-look';
import { Mark } from './marks';
import { flowAmount, nameOfId, nameOfThing } from './naming';
import { list, t, words } from './words';

interface EvidenceListProps {
  readonly view: View;
  readonly ids: readonly Id[];
  readonly onPick?: (id: Id) => void;
}

/** So many are shown before one asks for the rest. */
const FIRST = 6;

export function EvidenceList({ view, ids, onPick }: EvidenceListProps) {
  const [all, setAll] = useState(false);
  const things = ids.map((id) => view.thing(id)).filter((thing) => thing !== null);
  if (things.length === 0)
    return (
      <p className="quiet">
        {t('evidence.none', 'Nothing is written down about this. That is the evidence.')}
      </p>
    );
  const shown = all || things.length <= FIRST + 1 ? things : things.slice(0, FIRST);
  return (
    <>
      <ul className="evidence">
        {shown.map((thing) => (
          <li key={thing.id}>
            <ThingMark view={view} thing={thing} />
            <div>
              {onPick === undefined ? (
                <b>{nameOfThing(view, thing)}</b>
              ) : (
                <button className="how evidence-pick" type="button" onClick={() => onPick(thing.id)}>
                  {nameOfThing(view, thing)}
                </button>
              )}
              <FactLine view={view} thing={thing} />
              <Manner view={view} because={allEvidence(thing)} />
            </div>
          </li>
        ))}
      </ul>
      {shown.length < things.length && (
        <button className="how" type="button" onClick={() => setAll(true)}>
          {t('evidence.more', 'Show {count} more facts', { count: things.length - shown.length })}
        </button>
      )}
    </>
  );
}

function ThingMark({ view, thing }: { readonly view: View; readonly thing: Thing }) {
  const kind = 'kind' in thing && thing.kind !== null ? view.kind(thing.kind) : null;
  return kind === null ? (
    <span className="dot" aria-hidden="true" />
  ) : (
    <Mark family={familyOf(kind)} size={20} />
  );
}

/** Amount, dates and note of a fact, each only where there is something to say. */
function FactLine({ view, thing }: { readonly view: View; readonly thing: Thing }) {
  const parts = [
    thing.section === 'flows' ? flowAmount(view, thing) : '',
    thing.section === 'history' ? whenText(thing.on) : spanText(thing.since, thing.until),
    thing.section === 'flows' && thing.name !== null
      ? t('evidence.ends', 'from {from} to {to}', {
          from: nameOfId(view, thing.from),
          to: nameOfId(view, thing.to),
        })
      : '',
  ].filter((part) => part !== '');
  return (
    <>
      {parts.length > 0 && <p className="small">{parts.join('; ')}</p>}
      {thing.note !== null && <p className="small quiet">{words(thing.note)}</p>}
    </>
  );
}

/** How it is known: `Stated in …`, `Inferred`, with the title of each source as a link where it has one. */
export function Manner({ view, because }: { readonly view: View; readonly because: readonly Evidence[] }) {
  if (because.length === 0)
    return <p className="evidence-manner">{t('evidence.unsourced', 'No source given')}</p>;
  return (
    <ul className="evidence-manner">
      {because.map((one, index) => {
        const source = view.sources.find((candidate) => candidate.id === one.source);
        const title = source === undefined ? (one.source ?? '') : words(source.title) || source.id;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: one source may stand behind a fact twice, in two manners.
          <li key={index} className="source">
            {howText(one.how)}
            {title !== '' &&
              (source?.url == null ? (
                <cite>{title}</cite>
              ) : (
                <cite>
                  <a href={source.url} rel="noreferrer">
                    {title}
                  </a>
                </cite>
              ))}
            {one.by !== null && (
              <span> {t('evidence.by', 'noted by {by}', { by: nameOfId(view, one.by) })}</span>
            )}
            {one.contestedBy.length > 0 && (
              <span>
                {' '}
                {t('evidence.contested', 'contested by {by}', {
                  by: list(one.contestedBy.map((id) => nameOfId(view, id))),
                })}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function howText(how: How | null): string {
  switch (how) {
    case 'record':
      return t('evidence.record', 'On record:');
    case 'estimate':
      return t('evidence.estimate', 'Estimated:');
    case 'told':
      return t('evidence.told', 'Told:');
    case 'guess':
      return t('evidence.guess', 'A guess:');
    case 'inferred':
      return t('evidence.inferred', 'Inferred:');
    default:
      return t('evidence.stated', 'Stated in');
  }
}

/** The evidence of a thing and of its readings. */
export function allEvidence(thing: Thing): readonly Evidence[] {
  const readings = thing.section === 'flows' ? thing.amount : thing.section === 'parties' ? thing.size : [];
  const stocks = thing.section === 'pools' ? thing.stock : [];
  const all = [
    ...thing.because,
    ...readings.flatMap((one) => one.because),
    ...stocks.flatMap((one) => one.because),
  ];
  return all.filter(
    (one, index) => all.findIndex((other) => other.source === one.source && other.how === one.how) === index,
  );
}
