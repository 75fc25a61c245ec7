/** Light, dark, or as the system says. The choice is kept in this browser and set before the first paint by theme.js. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'potluck.theme';

export function theme(): Theme {
  const set = document.documentElement.dataset['theme'];
  return set === 'light' || set === 'dark' ? set : 'system';
}

export function setTheme(next: Theme): void {
  if (next === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = next;
  try {
    if (next === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, next);
  } catch {
    // Storage is closed to us: the choice holds until the page is left.
  }
}
