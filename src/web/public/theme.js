// Sets the chosen theme before anything is painted. Without a choice the system decides.
try {
  const theme = localStorage.getItem('potluck.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed to us: the system decides.
}
