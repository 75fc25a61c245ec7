/** What stands round every room: the bowl, the community and its day, the way to the other rooms, and what is kept. */
import { type ReactNode, useEffect, useState } from 'react';
import { Beside, TourStrip } from '../features/help/Beside';
import { Search } from '../features/search/index';
import { DayChooser } from '../shared/day-chooser';
import { useIsSteward, useMe } from '../shared/me';
import { useCommunity } from '../shared/use-community';
import { Link, useHere } from '../shared/way';
import { t, words } from '../shared/words';
import { Brand } from './brand';
import { EyesBanner } from './eyes-banner';
import { KeepingLine } from './keeping';
import { More } from './more';
import { Online } from './online';
import { Person } from './person';

/** Rooms that exist, in the order of the house. */
export const ROOMS = [
  { to: '/c/$community', name: () => t('room.picture', 'Picture'), tab: true, exact: true },
  { to: '/c/$community/canvas', name: () => t('room.canvas', 'Canvas'), tab: true, exact: false },
  { to: '/c/$community/free', name: () => t('room.free', 'Free'), tab: true, exact: false },
  { to: '/c/$community/questions', name: () => t('room.questions', 'Questions'), tab: true, exact: false },
  { to: '/c/$community/story', name: () => t('room.story', 'Story'), tab: true, exact: false },
  { to: '/c/$community/what-if', name: () => t('room.what-if', 'What if'), tab: false, exact: false },
  { to: '/c/$community/compare', name: () => t('room.compare', 'Compare'), tab: false, exact: false },
  { to: '/c/$community/talk', name: () => t('room.talk', 'Talk'), tab: false, exact: false },
  {
    to: '/c/$community/openness',
    name: () => t('room.openness', 'Openness'),
    tab: false,
    exact: false,
    stewards: true,
  },
] as const;

/** Rooms behind More: they have a title, and no tab. */
const SIDE_ROOMS = [
  { to: '/c/$community/history', name: () => t('history.title', 'History') },
  { to: '/c/$community/file', name: () => t('file.title', 'The file') },
  { to: '/c/$community/settings', name: () => t('settings.title', 'Settings') },
] as const;

function SkipLink() {
  return (
    <a className="skip" href="#room">
      {t('frame.skip', 'Skip to the room')}
    </a>
  );
}

/** The shelf has no community: only the sign and the word that all of it stays here. */
export function ShelfFrame({ children }: { readonly children: ReactNode }) {
  const { alone } = useMe();
  return (
    <>
      <SkipLink />
      <header className="top">
        <Brand />
        <p className="top-end quiet">
          <Online fallback={alone ? t('frame.kept-here', 'Kept on this machine') : null} />
        </p>
        <Person />
        <More />
      </header>
      {children}
      <Beside />
    </>
  );
}

export function CommunityFrame({ children }: { readonly children: ReactNode }) {
  const { id, view, on } = useCommunity();
  const name = words(view.name);
  const steward = useIsSteward(id);
  usePageTitle(name);
  return (
    <>
      <SkipLink />
      <header className="top where-in">
        <Brand />
        <div className="where">
          <span className="where-name">{name}</span>
          <DayChooser />
        </div>
        <KeepingLine community={id} />
        <nav className="rooms" aria-label={t('frame.rooms', 'Rooms')}>
          {ROOMS.filter((room) => steward || !('stewards' in room)).map((room) => (
            <Link key={room.to} to={room.to} params={{ community: id }} withIn={room.exact !== true}>
              {room.name()}
            </Link>
          ))}
        </nav>
        <Search />
        <Person />
        <More community={id} />
      </header>
      <TourStrip />
      <EyesBanner />
      {children}
      <nav className="tabs" aria-label={t('frame.tabs', 'Rooms, below')}>
        {ROOMS.filter((room) => room.tab).map((room) => (
          <Link key={room.to} to={room.to} params={{ community: id }} withIn={room.exact !== true}>
            {room.name()}
          </Link>
        ))}
      </nav>
      <Beside community />
      <p className="only-print">
        {t('frame.printed', '{name}, as of {on}. Drawn with Potluck.', { name, on })}
      </p>
    </>
  );
}

/** Only Talk has rooms within it: its rounds. */
const isIn = (room: string, path: string): boolean =>
  path === room || (room.endsWith('/talk') && path.startsWith(`${room}/`));

function usePageTitle(name: string): void {
  const { path } = useHere();
  useEffect(() => {
    const heading = [...ROOMS, ...SIDE_ROOMS]
      .find((room) => isIn(room.to.replace('$community', path.split('/')[2] ?? ''), path))
      ?.name();
    document.title = heading === undefined ? `${name} · Potluck` : `${heading} · ${name} · Potluck`;
  }, [path, name]);
  // A new room is announced by its heading: the focus goes to the room once, not at the first opening.
  const [first, setFirst] = useState(path);
  useEffect(() => {
    if (path === first) return;
    setFirst(path);
    const room = document.getElementById('room');
    if (
      room !== null &&
      !room.contains(document.activeElement) &&
      document.activeElement?.closest('dialog') === null
    ) {
      room.focus({ preventScroll: true });
    }
  }, [path, first]);
}
