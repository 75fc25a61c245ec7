/** The log: what was shown to whom, and what changed in who may see. Part of the Openness room, for stewards. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { momentText } from '../../shared/format';
import { logKey, releasesApi } from '../../shared/releases-api';
import type { CommunityHere } from '../../shared/use-community';
import { t } from '../../shared/words';
import { actText, whoText } from './log-words';
import './release.css';

const PAGE = 20;

export function Log({ here }: { readonly here: CommunityHere }) {
  const { id, view } = here;
  const heading = useId();
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: logKey(id),
    queryFn: ({ pageParam }) => releasesApi.log(id, pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.id),
  });
  const lines = data?.pages.flat() ?? [];
  return (
    <section className="openness-part log" aria-labelledby={heading}>
      <h2 id={heading}>{t('log.title', 'Shown to whom')}</h2>
      <p className="quiet">
        {t(
          'log.lede',
          'Who saw or took along figures that not everyone may see, one line a person and day; what changed in who may see; releases and invitations. Nobody can alter it, and it never says who wrote an anonymous note.',
        )}
      </p>
      {error !== null && data === undefined && <p role="alert">{error.message}</p>}
      {data !== undefined && lines.length === 0 && (
        <p className="small quiet">{t('log.empty', 'Nothing stands in it yet.')}</p>
      )}
      {lines.length > 0 && (
        <ol className="log-lines">
          {lines.map((line) => (
            <li key={line.id}>
              <time className="small quiet" dateTime={line.at}>
                {momentText(line.at)}
              </time>
              <span>
                {actText(view, line)} <span className="quiet">{whoText(line)}</span>
                {line.reason !== null && <q className="small below">{line.reason}</q>}
              </span>
            </li>
          ))}
        </ol>
      )}
      <p className="actions">
        {hasNextPage && (
          <button
            className="button"
            type="button"
            disabled={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {t('log.more', 'Earlier lines')}
          </button>
        )}
        {lines.length > 0 && (
          <>
            <a className="button quiet" href={releasesApi.logAddress(id, 'csv')} download>
              {t('log.csv', 'All of it as a table (CSV)')}
            </a>
            <a className="button quiet" href={releasesApi.logAddress(id, 'jsonl')} download>
              {t('log.json', 'For programs (JSON)')}
            </a>
          </>
        )}
      </p>
    </section>
  );
}
