/** What opens beside the rooms when it is asked for: taking along, keys, words, the tour. Fetched only then. */

import { useEffect, useState } from 'react';
import { openDoor, useDoor } from '../../shared/doors';
import { later, Meanwhile } from '../../shared/later';
import { useHere } from '../../shared/way';
import { rememberTour, wasToured } from './tour-memory';

const TakeAlong = later(async () => (await import('../export/index')).TakeAlong);
const KeysDialog = later(async () => (await import('./panels')).KeysDialog);
const WordsDialog = later(async () => (await import('./panels')).WordsDialog);
const Tour = later(async () => (await import('./Tour')).Tour);

const close = () => openDoor(null);

/** `community` says that there is one: only then can something be taken along. */
export function Beside({ community = false }: { readonly community?: boolean }) {
  const door = useDoor();
  const { path } = useHere();
  useQuestionMark();
  return (
    <Meanwhile fallback={null}>
      {door === 'take' && community && <TakeAlong onClose={close} />}
      {door === 'keys' && <KeysDialog path={path} onClose={close} />}
      {door === 'words' && <WordsDialog onClose={close} />}
    </Meanwhile>
  );
}

/** The tour stands above the picture at the first visit, and where it was asked for. */
export function TourStrip() {
  const door = useDoor();
  const inPicture = /^\/c\/[^/]+\/?$/.test(useHere().path);
  const [fresh, setFresh] = useState(() => !wasToured());
  if (!inPicture || !(fresh || door === 'tour')) return null;
  return (
    <Meanwhile fallback={<div className="tour-room" />}>
      <Tour
        onLeave={() => {
          rememberTour();
          setFresh(false);
          if (door === 'tour') close();
        }}
      />
    </Meanwhile>
  );
}

/** `?` opens the keys, except while somebody writes or a panel is open. */
function useQuestionMark(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return;
      const at = event.target;
      if (at instanceof HTMLElement && at.closest('input, textarea, select, [contenteditable]') !== null)
        return;
      if (document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      openDoor('keys');
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
