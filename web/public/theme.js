// Runs before the first paint, so that a chosen theme does not flash. An unreadable storage means the system's theme.
try {
  const theme = localStorage.getItem('theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is switched off.
}
