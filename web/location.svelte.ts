import { pageAt, parseRoute, printRoute, type Route } from './route.ts'

let current = $state.raw<Route>(parseRoute(here()))
let known = $state(pageAt(location.pathname) !== null)

addEventListener('popstate', arrive)

/** The route in the address bar; reading it in a component keeps the component in step with it. */
export function route(): Route {
  return current
}

/** False when the path of the address names no page. */
export function isKnown(): boolean {
  return known
}

/** Goes somewhere: a new entry of the history, or the same entry when only a detail of the view changes. */
export function go(to: Route, options: { readonly replace?: boolean } = {}): void {
  // What a page keeps in the fragment stays as long as the page does.
  const address = printRoute(to) + (to.page === current.page ? location.hash : '')
  if (options.replace === true) history.replaceState(null, '', address)
  else if (address !== here() + location.hash) history.pushState(null, '', address)
  arrive()
}

/** The address of the present route with some fields changed. */
export function linkTo(change: Partial<Route>): string {
  return printRoute({ ...current, ...change })
}

/** Follows links between pages without loading them anew; leaves everything else to the browser. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const href = link?.getAttribute('href') ?? ''
  if (link === null || link.getAttribute('target') !== null || link.hasAttribute('download')) return
  const url = new URL(href, location.href)
  if (url.origin !== location.origin || url.hash !== '' || pageAt(url.pathname) === null) return
  event.preventDefault()
  go(parseRoute(url.pathname + url.search), { replace: link.dataset['replace'] !== undefined })
}

function arrive(): void {
  current = parseRoute(here())
  known = pageAt(location.pathname) !== null
}

function here(): string {
  return location.pathname + location.search
}
