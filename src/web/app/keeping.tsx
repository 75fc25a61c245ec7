/** The line that says what became of a change: kept, waiting, met by another. True only when the server answered. */
import { useEffect, useState } from 'react';
import { useEdits } from '../shared/edits';
import { later, Meanwhile } from '../shared/later';
import { useLive } from '../shared/live';
import { useMayWrite } from '../shared/me';
import { t } from '../shared/words';
import { Online } from './online';

const ConflictDialog = later(async () => (await import('./conflict-dialog')).ConflictDialog);

/** What editing needs. */
const AHEAD = [
  () => import('../shared/edit/AddDialog'),
  () => import('../shared/edit/ThingDialog'),
  () => import('../shared/edit/ThingForm'),
  () => import('../shared/foresee'),
  () => import('./conflict-dialog'),
];

/** At the latest so long after the page was drawn, milliseconds. */
const AHEAD_AFTER = 4_000;
const TOUCHED = ['pointerdown', 'keydown', 'touchstart'] as const;

/**
 * What editing needs is fetched before it is asked for: a line that breaks off then hinders nobody. It begins when
 * somebody touches the page, or when it has long been drawn. Who may change nothing needs nothing.
 */
function useFetchedAhead(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    const begin = () => {
      stop();
      for (const fetch of AHEAD) fetch().catch(() => undefined);
    };
    const stop = () => {
      clearTimeout(timer);
      for (const touch of TOUCHED) removeEventListener(touch, begin);
    };
    const timer = setTimeout(begin, AHEAD_AFTER);
    for (const touch of TOUCHED) addEventListener(touch, begin, { passive: true });
    return stop;
  }, [wanted]);
}

export function KeepingLine({ community }: { readonly community: string }) {
  const edits = useEdits(community);
  const [asked, setAsked] = useState(false);
  useUndoKeys(edits.undo, edits.redo);
  useLive(community, edits.isBusy);
  useFetchedAhead(useMayWrite(community));
  const { conflict } = edits;
  useEffect(() => {
    if (conflict !== null) setAsked(true);
  }, [conflict]);
  return (
    <div className="keeping">
      <span role="status" className="keeping-words">
        {edits.keeping === 'kept' && t('keeping.kept', 'Kept')}
        {edits.keeping === 'sending' && <span className="late">{t('keeping.sending', 'Keeping…')}</span>}
        {edits.keeping === 'waiting' && t('keeping.waiting', 'Waits in this browser')}
        {edits.keeping === 'refused' && t('keeping.refused', 'Not kept')}
        {edits.keeping === 'still' && <Online />}
      </span>
      {edits.keeping === 'conflict' && (
        <button className="button quiet" type="button" onClick={() => setAsked(true)}>
          {t('keeping.conflict', 'A change of yours waits')}
        </button>
      )}
      {edits.canUndo && (
        <button
          className="button quiet"
          type="button"
          onClick={edits.undo}
          title={t('keeping.undo-keys', 'Ctrl Z')}
        >
          {t('keeping.undo', 'Undo')}
        </button>
      )}
      {edits.canRedo && (
        <button
          className="button quiet"
          type="button"
          onClick={edits.redo}
          title={t('keeping.redo-keys', 'Ctrl Shift Z')}
        >
          {t('keeping.redo', 'Redo')}
        </button>
      )}
      {asked && conflict !== null && (
        <Meanwhile>
          <ConflictDialog community={community} onClose={() => setAsked(false)} />
        </Meanwhile>
      )}
    </div>
  );
}

/** Ctrl Z and Ctrl Shift Z (or Ctrl Y), except while somebody writes in a field. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const target = event.target as HTMLElement | null;
      if (target?.closest('input, textarea, select, [contenteditable]') != null) return;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey) undo();
      else if ((key === 'z' && event.shiftKey) || key === 'y') redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo, redo]);
}
