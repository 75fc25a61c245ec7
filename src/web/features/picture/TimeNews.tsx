/** What changed at the chosen day since the mark before it on the slider: three sentences, the others when asked for. */
import { useState } from 'react';
import { NOTHING } from '#core/compare/change-list';
import { longDay } from '../../shared/format';
import { t, told } from '../../shared/words';
import type { News } from './use-news';

/** So many stand there before one asks for the rest. */
const FIRST = 3;

export function TimeNews({ news }: { readonly news: News }) {
  const [opened, setOpened] = useState<readonly string[] | null>(null);
  const { says, since } = news;
  const all = opened === says;
  const rest = says.length - FIRST;
  return (
    <section className="time-news">
      <h2>{t('changed.since', 'Changed since {day}', { day: longDay(since) })}</h2>
      <ul className="plain-list" aria-live="polite">
        {says.slice(0, all ? says.length : FIRST).map((one) => (
          <li key={one}>{one}</li>
        ))}
        {says.length === 0 && <li>{told(NOTHING())}</li>}
      </ul>
      {news.marked > 0 && news.lit && (
        <p className="small quiet">
          {t(
            'changed.marked',
            '{count, plural, one {# thing is new: it bears a + in the picture.} other {# things are new: each bears a + in the picture.}}',
            { count: news.marked },
          )}
        </p>
      )}
      <div className="actions">
        {rest > 0 && (
          <button
            className="how"
            type="button"
            aria-expanded={all}
            onClick={() => setOpened(all ? null : says)}
          >
            {all
              ? t('changed.fewer', 'Show fewer changes')
              : t('changed.more', 'Show {count} more changes', { count: rest })}
          </button>
        )}
        {news.shows && (
          <button className="how" type="button" onClick={() => news.light(!news.lit)}>
            {news.lit ? t('ask.unlight', 'Put the light out') : t('changed.light', 'Show it in the picture')}
          </button>
        )}
      </div>
    </section>
  );
}
