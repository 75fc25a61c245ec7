/** The door to the search: a button in the header of every room, and the key `/`. */
import { useEffect, useState } from 'react';
import { later, Meanwhile } from '../../shared/later';
import { t } from '../../shared/words';
import './search.css';

const SearchDialog = later(async () => (await import('./SearchDialog')).SearchDialog);

export function Search() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target as Element | null;
      if (target?.closest('input, textarea, select, dialog, [contenteditable]') != null) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        className="search-button"
        type="button"
        onClick={() => setOpen(true)}
        aria-keyshortcuts="/"
        title={t('search.keys', 'Find (/)')}
      >
        <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
          <path
            d="M7.5 2.5a5 5 0 1 1 0 10a5 5 0 1 1 0-10M11.2 11.2L15.5 15.5"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeLinecap="round"
          />
        </svg>
        <span className="visually-hidden">{t('search.open', 'Find')}</span>
      </button>
      <Meanwhile>{open && <SearchDialog onClose={() => setOpen(false)} />}</Meanwhile>
    </>
  );
}
