/** The leadership agenda of a month: what is to be talked about on three legs, as a page, on paper, and to take along. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { eyesNow } from '../../shared/eyes';
import { shortDay } from '../../shared/format';
import { nameOfId } from '../../shared/naming';
import type { CommunityHere } from '../../shared/use-community';
import { list, t, told, words } from '../../shared/words';
import { Calendar } from './Calendar';
import { dayNumber, legName, monthAfter, monthName } from './month-words';
import { type Month, type MonthItem, monthly } from './monthly-api';
import './agenda.css';

export function MonthPart({ here }: { readonly here: CommunityHere }) {
  const { id, on, view } = here;
  const [month, setMonth] = useState(on.slice(0, 7));
  const { data, error } = useQuery({
    queryKey: ['community', id, 'agenda', on, month],
    queryFn: () => monthly.month(id, on, month),
    placeholderData: keepPreviousData,
  });
  return (
    <section className="month" aria-busy={data === undefined && error === null}>
      <p className="only-print month-paper">{words(view.name)}</p>
      <div className="month-head">
        <h2>{monthName(month)}</h2>
        <nav className="no-print month-steps" aria-label={t('month.chooser', 'Another month')}>
          <button className="button" type="button" onClick={() => setMonth(monthAfter(month, -1))}>
            {t('month.before', 'The month before')}
          </button>
          <button className="button" type="button" onClick={() => setMonth(monthAfter(month, 1))}>
            {t('month.after', 'The month after')}
          </button>
        </nav>
      </div>
      <p className="story month-lede no-print">
        {t(
          'month.lede',
          'A proposal for those who look after the community: thanks first, then what makes it lighter, then what is due in the next sixty days. Change it as you like.',
        )}
      </p>
      {error !== null && <p role="alert">{error.message}</p>}
      {data === undefined && error === null && (
        <p className="quiet late">{t('month.waiting', 'Looking sixty days ahead…')}</p>
      )}
      {data !== undefined && <Items here={here} month={data} />}
      {data !== undefined && (
        <p className="actions no-print">
          <a className="button" href={monthly.monthAddress(id, on, data.month, 'md')} download>
            {t('month.markdown', 'As Markdown')}
          </a>
          <a className="button" href={monthly.monthAddress(id, on, data.month, 'ics')} download>
            {t('month.calendar', 'As a calendar file')}
          </a>
          <button className="button" type="button" onClick={() => window.print()}>
            {t('month.print', 'Print')}
          </button>
        </p>
      )}
      {eyesNow() === null && <Calendar community={id} />}
    </section>
  );
}

function Items({ here, month }: { readonly here: CommunityHere; readonly month: Month }) {
  const empty = month.legs.filter((one) => one.items.length === 0);
  return (
    <>
      <p className="numeric quiet">
        {t('month.takes', '{count, plural, one {One item} other {# items}}, about {minutes} minutes', {
          count: month.items.length,
          minutes: month.minutes,
        })}
      </p>
      <ol className="month-items">
        {month.items.map((item) => (
          <li key={item.id} className={`month-item leg-${item.leg}`}>
            <Line here={here} item={item} />
          </li>
        ))}
      </ol>
      {empty.map((one) => (
        <p key={one.leg} className="quiet">
          {told(one.message)}
        </p>
      ))}
    </>
  );
}

function Line({ here, item }: { readonly here: CommunityHere; readonly item: MonthItem }) {
  const names = item.evidence.map((id) => nameOfId(here.view, id));
  return (
    <>
      <div className="month-what">
        <p className="month-text">{told(item.message)}</p>
        <p className="small quiet">
          {item.date === null
            ? told(item.ownerMessage)
            : t('month.by-day', '{owner}, by {day}', {
                owner: told(item.ownerMessage),
                day: shortDay(dayNumber(item.date)),
              })}
          {names.length > 0 && (
            <span className="month-from">
              {t('month.from', 'From: {names}', { names: list([...new Set(names)].slice(0, 6)) })}
            </span>
          )}
        </p>
      </div>
      <p className="month-side small">
        <span className="numeric">{t('month.minutes', '{minutes} min', { minutes: item.minutes })}</span>
        <span className="quiet">{legName(item.leg)}</span>
        {item.relief && <span className="pill">{t('month.relief', 'Makes lighter')}</span>}
      </p>
    </>
  );
}
