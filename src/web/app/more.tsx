/** What is not needed every minute: history, the file as text, the language, the theme, undo and redo for those who look for them. */
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { type Door, openDoor } from '../shared/doors';
import { t } from '../shared/words';
import { EyesChoice } from './eyes-choice';
import { LanguageChoice } from './language-choice';
import { setTheme, type Theme, theme } from './theme';

const CorrectionDialog = lazy(async () => ({
  default: (await import('../features/languages/index')).CorrectionDialog,
}));

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
          <ul className="plain-list">
            <li>
              <Link to="/c/$community/compare" params={{ community }} onClick={close}>
                {t('more.compare', 'Compare: beside another, or another day')}
              </Link>
            </li>
            <li>
              <Link to="/c/$community/talk" params={{ community }} onClick={close}>
                {t('more.talk', 'Talk: a meeting, rounds, decisions')}
              </Link>
            </li>
            <li>
              <Link to="/c/$community/openness" params={{ community }} onClick={close}>
                {t('more.openness', 'Openness: who sees what')}
              </Link>
            </li>
            <li>
              <Link to="/c/$community/history" params={{ community }} onClick={close}>
                {t('more.history', 'History: who changed what')}
              </Link>
            </li>
            <li>
              <Link to="/c/$community/file" params={{ community }} onClick={close}>
                {t('more.file', 'The file: read, write, download')}
              </Link>
            </li>
            <li>
              <button className="more-door" type="button" onClick={() => through('take')}>
                {t('more.take', 'Take it with you: files, print, embed')}
              </button>
            </li>
            <li>
              <Link to="/" onClick={close}>
                {t('more.shelf', 'All communities')}
              </Link>
            </li>
          </ul>
        )}
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
              <Link
                to="/c/$community"
                params={{ community }}
                onClick={() => through('tour')}
                activeProps={{}}
              >
                {t('more.tour', 'A short tour of the picture')}
              </Link>
            </li>
          )}
          <li>
            <a href="/docs">{t('more.docs', 'How it works')}</a>
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
        <Suspense fallback={null}>
          <CorrectionDialog onClose={() => setCorrecting(false)} />
        </Suspense>
      )}
    </div>
  );
}

function ThemeChoice() {
  const [chosen, setChosen] = useState<Theme>(theme);
  const names: Record<Theme, string> = {
    system: t('theme.system', 'As the system'),
    light: t('theme.light', 'Light'),
    dark: t('theme.dark', 'Dark'),
  };
  return (
    <fieldset className="theme-choice">
      <legend>{t('theme.title', 'Paper')}</legend>
      {(Object.keys(names) as Theme[]).map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="theme"
            checked={chosen === one}
            onChange={() => {
              setTheme(one);
              setChosen(one);
            }}
          />
          {names[one]}
        </label>
      ))}
    </fieldset>
  );
}
