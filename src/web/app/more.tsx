/** What is not needed every minute: history, the file as text, the language, the theme, undo and redo for those who look for them. */

import { useId, useRef, useState } from 'react';
import { type Door, openDoor } from '../shared/doors';
import { spokenAt } from '../shared/language';
import { later, Meanwhile } from '../shared/later';
import { useIsSteward, useMe } from '../shared/me';
import { Link } from '../shared/way';
import { t } from '../shared/words';
import { EyesChoice } from './eyes-choice';
import { LanguageChoice } from './language-choice';
import { ThemeChoice } from './theme-choice';

const CorrectionDialog = later(async () => (await import('../features/languages/index')).CorrectionDialog);

export function More({ community }: { readonly community?: string }) {
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const [correcting, setCorrecting] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const close = () => panel.current?.hidePopover();
  const through = (door: Door) => {
    close();
    openDoor(door);
  };
  return (
    <div className="more">
      <button className="button quiet" type="button" popoverTarget={id} data-languages="">
        {t('more.open', 'More')}
      </button>
      <section
        className="more-panel"
        id={id}
        ref={panel}
        popover="auto"
        aria-label={t('more.title', 'More')}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {community !== undefined && (
          <Rooms community={community} onGo={close} onTake={() => through('take')} />
        )}
        <p className="more-why">
          <Link to="/settings" onClick={close}>
            {t('more.own', 'Yourself and this Potluck')}
          </Link>
        </p>
        <p className="more-why">
          <Link to="/why" onClick={close}>
            {t('more.why', 'Why is it different from business?')}
          </Link>
        </p>
        <ul className="plain-list more-help" aria-label={t('more.help', 'Help')}>
          <li>
            <button className="more-door" type="button" onClick={() => through('keys')}>
              {t('more.keys', 'Keys')}
            </button>
          </li>
          <li>
            <button className="more-door" type="button" onClick={() => through('words')}>
              {t('more.words', 'What the words mean')}
            </button>
          </li>
          {community !== undefined && (
            <li>
              <Link to="/c/$community" params={{ community }} onClick={() => through('tour')}>
                {t('more.tour', 'A short tour of the picture')}
              </Link>
            </li>
          )}
          <li>
            <a href={spokenAt('/docs')}>{t('more.docs', 'How it works')}</a>
          </li>
        </ul>
        {community !== undefined && isOpen && <EyesChoice community={community} onChosen={close} />}
        <LanguageChoice
          onCorrect={() => {
            close();
            setCorrecting(true);
          }}
        />
        <ThemeChoice />
      </section>
      {correcting && (
        <Meanwhile fallback={null}>
          <CorrectionDialog onClose={() => setCorrecting(false)} />
        </Meanwhile>
      )}
    </div>
  );
}

/** The rooms of a community that stand behind here, as far as they are open to whoever looks. */
function Rooms({
  community,
  onGo,
  onTake,
}: {
  readonly community: string;
  readonly onGo: () => void;
  readonly onTake: () => void;
}) {
  const steward = useIsSteward(community);
  const { alone, account } = useMe();
  return (
    <ul className="plain-list">
      <li>
        <Link to="/c/$community/compare" params={{ community }} onClick={onGo}>
          {t('more.compare', 'Compare: beside another, or another day')}
        </Link>
      </li>
      <li>
        <Link to="/c/$community/talk" params={{ community }} onClick={onGo}>
          {t('more.talk', 'Talk: a meeting, rounds, decisions')}
        </Link>
      </li>
      {steward && (
        <>
          <li>
            <Link to="/c/$community/openness" params={{ community }} onClick={onGo}>
              {t('more.openness', 'Openness: who sees what')}
            </Link>
          </li>
          <li>
            <Link to="/c/$community/history" params={{ community }} onClick={onGo}>
              {t('more.history', 'History: who changed what')}
            </Link>
          </li>
        </>
      )}
      <li>
        <Link to="/c/$community/file" params={{ community }} onClick={onGo}>
          {steward
            ? t('more.file', 'The file: read, write, download')
            : t('more.file-look', 'The file: read, download')}
        </Link>
      </li>
      <li>
        <button className="more-door" type="button" onClick={onTake}>
          {t('more.take', 'Take it with you: files, print, embed')}
        </button>
      </li>
      {(alone || account !== null) && (
        <li>
          <Link to="/c/$community/settings" params={{ community }} onClick={onGo}>
            {steward
              ? t('more.settings', 'Settings: people, audiences, walls')
              : t('more.settings-own', 'Settings: your place here')}
          </Link>
        </li>
      )}
      <li>
        <Link to="/" onClick={onGo}>
          {t('more.shelf', 'All communities')}
        </Link>
      </li>
    </ul>
  );
}
