/** Searching everything in a community. Arrows go through what was found, Enter goes there. */
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { isoDay } from '#core/model/dates';
import { api } from '../../shared/api';
import { Dialog } from '../../shared/dialog';
import { longDay } from '../../shared/format';
import { useCommunity } from '../../shared/use-community';
import { useNavigate } from '../../shared/way';
import { t } from '../../shared/words';
import { type Found, findables, type Sort, search, snippet } from './find';

export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const { id, view, on } = useCommunity();
  const navigate = useNavigate();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const questions = useQuery({
    queryKey: ['community', id, 'questions', on],
    queryFn: () => api.questions(id, on),
  }).data;
  const all = useMemo(() => findables(view, questions), [view, questions]);
  const found = useMemo(() => search(all, typed), [all, typed]);
  const here = Math.min(at, found.length - 1);
  const go = (one: Found) => {
    onClose();
    const day = one.day === null ? {} : { on: isoDay(one.day) };
    if (one.thing !== null)
      void navigate({
        to: '/c/$community',
        params: { community: id },
        search: (before) => ({ ...before, ...day, at: one.thing ?? undefined }),
        state: { wish: Date.now() },
      });
    else if (one.sort === 'question')
      void navigate({ to: '/c/$community/questions', params: { community: id }, search: (before) => before });
    else void navigate({ to: '/c/$community/file', params: { community: id }, search: (before) => before });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, here + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, here - 1));
    else if (event.key === 'Enter') {
      const one = found[here];
      if (one !== undefined) go(one);
    } else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t('search.title', 'Find in this community')} onClose={onClose}>
      <div className="search">
        <input
          className="field"
          type="search"
          role="combobox"
          autoFocus
          data-first=""
          aria-label={t('search.field', 'A name, a word of a note, a source, a question')}
          aria-expanded={found.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={found.length > 0 ? `${list}-${here}` : undefined}
          placeholder={t('search.placeholder', 'A name, a word of a note, a source, a question')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
        <p className="visually-hidden" role="status">
          {typed.trim() === ''
            ? ''
            : t('search.count', '{count, plural, =0 {Nothing found} one {One found} other {# found}}', {
                count: found.length,
              })}
        </p>
        <div
          className="search-found"
          id={list}
          role="listbox"
          aria-label={t('search.found', 'What was found')}
        >
          {found.map((one, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard; arrows and Enter choose.
            <div
              key={one.key}
              id={`${list}-${i}`}
              className="search-row"
              role="option"
              tabIndex={-1}
              aria-selected={i === here}
              ref={i === here ? intoSight : undefined}
              onClick={() => go(one)}
            >
              <span className="small quiet">{sortWords(one.sort)}</span>
              <b>{one.name}</b>
              <span className="small quiet">
                {one.day === null
                  ? snippet(one.says, typed)
                  : t('search.then', 'not on this day: leads to {day}', { day: longDay(one.day) })}
              </span>
            </div>
          ))}
        </div>
        {typed.trim() !== '' && found.length === 0 && (
          <p className="story">{t('search.nothing', 'Nothing here is called so, on any day.')}</p>
        )}
        {typed.trim() === '' && (
          <p className="small quiet">
            {t(
              'search.hint',
              'Arrows go through what is found, Enter goes there. The key / opens this in every room.',
            )}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function intoSight(row: HTMLElement | null): void {
  row?.scrollIntoView({ block: 'nearest' });
}

function sortWords(sort: Sort): string {
  switch (sort) {
    case 'parties':
      return t('search.party', 'Who');
    case 'activities':
    case 'needs':
      return t('search.activity', 'What is done');
    case 'pools':
    case 'pockets':
      return t('search.pool', 'Vessel');
    case 'flows':
      return t('search.flow', 'Stream');
    case 'influences':
    case 'quantities':
      return t('search.influence', 'What pulls on what');
    case 'tools':
      return t('search.tool', 'Tool');
    case 'history':
    case 'decisions':
      return t('search.history', 'What happened');
    case 'question':
      return t('search.question', 'Question');
    case 'source':
      return t('search.source', 'Source');
    default:
      return t('search.other', 'Fact');
  }
}
