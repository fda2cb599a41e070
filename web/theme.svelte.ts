export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

let current = $state<Theme>(THEMES.find((theme) => theme === document.documentElement.dataset['theme']) ?? 'auto')

/** The theme in use; `auto` follows the system. Kept in this browser only (public/theme.js reads it before the first paint). */
export function theme(): Theme {
  return current
}

/** Switches the theme and remembers it where the browser lets us. */
export function setTheme(to: Theme): void {
  current = to
  if (to === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = to
  try {
    localStorage.setItem('theme', to)
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
}
