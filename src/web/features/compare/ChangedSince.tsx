/** What changed since an earlier day, as sentences, for the walk through time. The full comparison is one step away. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { changeSentences } from '#core/compare/change-list';
import { isoDay } from '#core/model/dates';
import { api } from '../../shared/api';
import { longDay } from '../../shared/format';
import type { CommunityHere } from '../../shared/use-community';
import { Link } from '../../shared/way';
import { t, told } from '../../shared/words';
import { lastShown } from './view-model';

/** So many sentences stand there before one asks for the rest. */
const FIRST = 6;

export function ChangedSince({ here }: { readonly here: CommunityHere }) {
  const { id, on, view, day } = here;
  const [all, setAll] = useState(false);
  const since = lastShown(view, day);
  const { data } = useQuery({
    queryKey: ['community', id, 'findings', on, 'change', since],
    queryFn: () => api.findings(id, on, ['change'], isoDay(since)),
    placeholderData: keepPreviousData,
  });
  const finding = data?.find((one) => one.analysis === 'change');
  if (finding === undefined) return null;
  const sentences = changeSentences(view.at(since), view, finding);
  const shown = all ? sentences : sentences.slice(0, FIRST);
  return (
    <section className="changed-since">
      <h3 className="rule">{t('changed.since', 'Changed since {day}', { day: longDay(since) })}</h3>
      <ul className="plain-list">
        {shown.map((one) => (
          <li key={one.text}>{told(one.message)}</li>
        ))}
      </ul>
      {sentences.length > FIRST && (
        <button className="how" type="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? t('changed.fewer', 'Show fewer changes')
            : t('changed.more', 'Show {count} more changes', { count: sentences.length - FIRST })}
        </button>
      )}
      <p className="small">
        <Link
          to="/c/$community/compare"
          params={{ community: id }}
          search={(before) => ({ ...before, with: `${id}@${isoDay(since)}` })}
        >
          {t('changed.beside', 'See both days side by side')}
        </Link>
      </p>
    </section>
  );
}
