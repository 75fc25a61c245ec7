/** Decisions: those to look at again first; each with a page of its own, where later measures stand beside it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Decision } from '#core/model/things';
import { How } from '../../shared/explain';
import { whenText } from '../../shared/format';
import { useMayWrite } from '../../shared/me';
import { nameOfId } from '../../shared/naming';
import type { CommunityHere } from '../../shared/use-community';
import { Link, useSearch } from '../../shared/way';
import { list, t, told, words } from '../../shared/words';
import { type DecisionLine, monthly } from '../agenda/monthly-api';
import { DecisionForm } from './DecisionForm';
import { MinutesPanel } from './MinutesPanel';
import { stateName } from './words';
import '../agenda/agenda.css';

export function DecisionsPart({ here }: { readonly here: CommunityHere }) {
  const { id, on, view } = here;
  const may = useMayWrite(id);
  const { at } = useSearch() as { at?: string };
  const [writing, setWriting] = useState(false);
  const { data } = useQuery({
    queryKey: ['community', id, 'decisions', on],
    queryFn: () => monthly.decisions(id, on),
    placeholderData: keepPreviousData,
  });
  const isDue = (one: Decision) => data?.find((each) => each.id === one.id)?.due === true;
  const day = (one: Decision) => one.on?.last ?? one.since?.last ?? 0;
  const decisions = [...view.decisions].sort(
    (a, b) => Number(isDue(b)) - Number(isDue(a)) || day(b) - day(a) || (a.id < b.id ? -1 : 1),
  );
  const chosen = decisions.find((one) => one.id === at);
  if (chosen !== undefined)
    return <DecisionPage here={here} decision={chosen} line={data?.find((one) => one.id === chosen.id)} />;
  return (
    <section className="decided">
      <p className="story">
        {t(
          'decisions.lede',
          'What we decided, why, what spoke against it, and when we look again. Then we ask what it did.',
        )}
      </p>
      {may && (
        <p className="actions no-print">
          <button className="button primary" type="button" onClick={() => setWriting(true)}>
            {t('decision.new', 'Write a decision down')}
          </button>
        </p>
      )}
      {decisions.length === 0 && (
        <p className="quiet">{t('decisions.none', 'Nothing decided is written down yet.')}</p>
      )}
      <ul className="decided-list">
        {decisions.map((one) => (
          <li key={one.id}>
            <Link
              className="decided-text"
              to="/c/$community/talk"
              params={{ community: id }}
              search={(before) => ({ ...before, part: 'decisions', at: one.id })}
            >
              {words(one.text)}
            </Link>
            <p className="small quiet">{lineOf(one)}</p>
            {isDue(one) && <span className="pill on">{t('decision.due', 'Time to look again')}</span>}
          </li>
        ))}
      </ul>
      {may && <MinutesPanel here={here} />}
      {writing && <DecisionForm here={here} decision={null} onClose={() => setWriting(false)} />}
    </section>
  );
}

function lineOf(one: Decision): string {
  const said = one.on ?? one.since;
  return t(
    'decision.line',
    '{state}{on, select, none {} other {, {on}}}{review, select, none {} other {. We look again: {review}}}',
    {
      state: stateName(one.state),
      on: said === null ? 'none' : whenText(said),
      review: one.reviewOn === null ? 'none' : whenText(one.reviewOn),
    },
  );
}

function DecisionPage({
  here,
  decision: one,
  line,
}: {
  readonly here: CommunityHere;
  readonly decision: Decision;
  readonly line: DecisionLine | undefined;
}) {
  const may = useMayWrite(here.id);
  const [writing, setWriting] = useState(false);
  const names = (ids: readonly string[]) => list(ids.map((id) => nameOfId(here.view, id)));
  const facts: readonly (readonly [string, string])[] = [
    [t('decision.fact.question', 'The question'), words(one.question)],
    [t('decision.fact.reasons', 'Why'), words(one.reasons)],
    [t('decision.fact.objections', 'What spoke against it'), words(one.objections)],
    [t('decision.fact.by', 'Who decides'), names(one.by)],
    [t('decision.fact.about', 'What it touches'), names(one.about)],
  ];
  return (
    <article className="decided decided-page">
      <p className="no-print">
        <Link
          to="/c/$community/talk"
          params={{ community: here.id }}
          search={(before) => ({ ...before, part: 'decisions', at: undefined })}
        >
          {t('decision.all', 'All decisions')}
        </Link>
      </p>
      <h3>{words(one.text)}</h3>
      <p className="quiet">{lineOf(one)}</p>
      {line?.due === true && (
        <p className="story">{t('decision.ask', 'What did it do? Stop, keep, or change it?')}</p>
      )}
      <dl className="decided-facts">
        {facts
          .filter(([, said]) => said !== '')
          .map(([name, said]) => [<dt key={name}>{name}</dt>, <dd key={`${name} said`}>{said}</dd>])}
        {one.options.length > 0 && (
          <>
            <dt>{t('decision.fact.options', 'What else was possible')}</dt>
            <dd>
              <ul>
                {one.options.map((option) => (
                  <li key={words(option)}>{words(option)}</li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      <h4 className="rule">{t('decision.beside', 'What is measured beside it')}</h4>
      <BesideTable line={line} />
      {may && (
        <p className="actions no-print">
          <button className="button" type="button" onClick={() => setWriting(true)}>
            {t('decision.change-it', 'Change it, or say what it did')}
          </button>
        </p>
      )}
      {writing && <DecisionForm here={here} decision={one} onClose={() => setWriting(false)} />}
    </article>
  );
}

function BesideTable({ line }: { readonly line: DecisionLine | undefined }) {
  if (line === undefined) return <p className="quiet late">{t('decision.measuring', 'Looking back…')}</p>;
  if (line.beside.length === 0)
    return (
      <p className="quiet">
        {t(
          'decision.beside-none',
          'Nothing yet. Say what it touches, and what is measured there stands here.',
        )}
      </p>
    );
  return (
    <>
      <table className="decided-beside">
        <thead>
          <tr>
            <th scope="col">{t('decision.then', 'When we decided')}</th>
            <th scope="col">{t('decision.now', 'Now')}</th>
          </tr>
        </thead>
        <tbody>
          {line.beside.map((one) => (
            <tr key={`${one.analysis} ${one.kind ?? ''} ${one.about.join(' ')}`}>
              <td>
                {one.earlier === null ? t('decision.unknown', 'We cannot tell') : told(one.earlier.message)}
              </td>
              <td>
                {one.now === null ? t('decision.gone', 'It is no more') : told(one.now.message)}
                {one.moved && <span className="pill">{t('decision.moved', 'moved')}</span>}{' '}
                <How analysis={one.analysis} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small quiet">
        {t('decision.no-cause', 'Side by side: nothing here says that the one brought the other.')}
      </p>
    </>
  );
}
