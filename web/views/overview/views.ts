/**
 * A picture shown as a table stands in the address as its name, with the column that sorts it behind a point.
 * @example tableOf(['map', 'periods.-until'], 'periods') // '-until'
 */
export function tableOf(views: readonly string[], name: string): string | null {
  const found = views.find((view) => view === name || view.startsWith(`${name}.`))
  return found === undefined ? null : found.slice(name.length + 1)
}

/** The views with one picture as a table sorted so, or as a picture again for null. */
export function withTable(views: readonly string[], name: string, sort: string | null): readonly string[] {
  const others = views.filter((view) => view !== name && !view.startsWith(`${name}.`))
  if (sort === null) return others
  return [...others, sort === '' ? name : `${name}.${sort}`]
}
