/** Compare: this community beside others, or beside itself on other days. One block a row, each in its own words. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { isoDay } from '#core/model/dates';
import { api } from '../../shared/api';
import { useCommunity } from '../../shared/use-community';
import { useNavigate, useSearch } from '../../shared/way';
import { t, words } from '../../shared/words';
import { WordsHere } from '../help/WordsHere';
import { Chooser } from './Chooser';
import { Lookouts } from './Lookouts';
import { Pictures } from './Pictures';
import { RowPart } from './RowPart';
import { Position, Summary } from './Summary';
import { type Beside, readBeside, writeBeside } from './view-model';
import './compare.css';

export function ComparePage() {
  const { id, on, view } = useCommunity();
  const { with: text, pick = '' } = useSearch() as { with?: string; pick?: string };
  const navigate = useNavigate();
  const beside = readBeside(text);
  const go = (next: { readonly beside?: readonly Beside[]; readonly pick?: string }) => {
    void navigate({
      to: '.',
      search: (before) => ({
        ...before,
        with: next.beside === undefined ? before['with'] : writeBeside(next.beside) || undefined,
        pick: (next.pick ?? before['pick']) || undefined,
      }),
      replace: true,
      resetScroll: false,
    });
  };
  const sides: readonly Beside[] = [{ id, on }, ...beside];
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['community', id, 'compare', on, text ?? '', pick],
    queryFn: () =>
      api.compare({
        communities: sides.map((side) => side.id).join(','),
        'as-of': sides.map((side) => side.on ?? '').join(','),
        pick,
      }),
    enabled: beside.length > 0,
    placeholderData: keepPreviousData,
  });
  const report = beside.length > 0 ? data : undefined;
  return (
    <main className="compare" id="room" tabIndex={-1} aria-busy={beside.length > 0 && isPlaceholderData}>
      <header className="compare-head">
        <h1>{t('compare.title', 'Side by side')}</h1>
        <p className="story">
          {beside.length === 0
            ? t(
                'compare.lede.none',
                'Set {name} beside another community, or beside itself on another day. Nobody is ranked.',
                { name: words(view.name) },
              )
            : t(
                'compare.lede',
                'One block a row, each in its own words. Unlike is not better or worse; it is something to ask about.',
              )}
        </p>
        <Chooser
          here={{ id, day: isoDay(view.day), view }}
          beside={beside}
          onChange={(next) => go({ beside: next })}
        />
      </header>
      {error !== null && report === undefined && <p role="alert">{error.message}</p>}
      {beside.length > 0 && report === undefined && error === null && (
        <p className="quiet late">{t('compare.waiting', 'Laying them side by side…')}</p>
      )}
      {report !== undefined && (
        <>
          <Pictures report={report} />
          <Summary report={report} />
          <div className="compare-rows">
            {report.rows.map((row) => (
              <RowPart
                key={row.origins.join() + row.sides.map((side) => side.blocks.length).join()}
                report={report}
                row={row}
              />
            ))}
            <Position report={report} />
          </div>
          <Lookouts report={report} pick={pick} onPick={(next) => go({ pick: next })} />
          <WordsHere ids={['scheme', 'coverage', 'band', 'loop', 'unknown']} />
        </>
      )}
    </main>
  );
}
