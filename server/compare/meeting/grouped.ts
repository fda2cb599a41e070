/** The things by key, in the order in which the keys come. */
export function grouped<K, T>(things: readonly T[], key: (thing: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const thing of things) {
    const known = groups.get(key(thing))
    if (known) known.push(thing)
    else groups.set(key(thing), [thing])
  }
  return groups
}
