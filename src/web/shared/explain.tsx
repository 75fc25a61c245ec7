/** "How is this worked out?": formula, symbols, unit, how to read it, what it is blind to, and where it comes from. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from './api';
import { Dialog } from './dialog';
import { t } from './words';

interface HowProps {
  /** Id of the analysis. */
  readonly analysis: string;
  /** What the number is, for those who hear the page. */
  readonly of?: string;
}

/** The quiet link beside a number. */
export function How({ analysis, of }: HowProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button className="how" type="button" onClick={() => setOpen(true)}>
        {t('how.link', 'How is this worked out?')}
        {of !== undefined && <span className="visually-hidden"> {of}</span>}
      </button>
      {open && (
        <Dialog title={t('how.title', 'How this is worked out')} onClose={() => setOpen(false)} shape="side">
          <Explanation analysis={analysis} />
        </Dialog>
      )}
    </>
  );
}

function Explanation({ analysis }: { readonly analysis: string }) {
  const { data, error } = useQuery({
    queryKey: ['explain', analysis],
    queryFn: () => api.explain(analysis),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error !== null) return <p role="alert">{error.message}</p>;
  if (data === undefined) return <p className="quiet late">{t('how.waiting', 'Looking it up…')}</p>;
  return (
    <div className="explain">
      <p className="story">{data.asks}</p>
      <dl>
        <dt>{t('how.formula', 'Formula')}</dt>
        <dd className="formula">{data.formula}</dd>
        <dt>{t('how.symbols', 'Where')}</dt>
        <dd>
          <dl className="symbols">
            {Object.entries(data.symbols).map(([symbol, sense]) => (
              <div key={symbol} className="symbol">
                <dt>{symbol}</dt>
                <dd>{sense}</dd>
              </div>
            ))}
          </dl>
        </dd>
        <dt>{t('how.unit', 'Unit')}</dt>
        <dd>{data.unit}</dd>
        <dt>{t('how.read', 'How to read it')}</dt>
        <dd>{data.readAs}</dd>
        <dt>{t('how.blind', 'What it is blind to')}</dt>
        <dd>{data.blindTo}</dd>
        {data.dataPoor !== undefined && data.dataPoor !== '' && (
          <>
            <dt>{t('how.poor', 'When few numbers are known')}</dt>
            <dd>{data.dataPoor}</dd>
          </>
        )}
        <dt>{t('how.sources', 'Sources')}</dt>
        <dd>
          <ul className="plain-list">
            {data.sources.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </dd>
      </dl>
    </div>
  );
}
