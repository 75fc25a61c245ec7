/** Whether somebody has seen the tour in this browser. Storage that is closed to us means: leave them in peace. */
const KEY = 'potluck.toured';

export function wasToured(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
}

export function rememberTour(): void {
  try {
    localStorage.setItem(KEY, '1');
  } catch {
    // Then it is shown again one day; nothing is lost.
  }
}
