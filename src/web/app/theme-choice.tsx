/** Choosing the paper: light, dark, or as the system says. */
import { useId, useState } from 'react';
import { t } from '../shared/words';
import { setTheme, type Theme, theme } from './theme';

export function ThemeChoice() {
  const group = useId();
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
            name={group}
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
