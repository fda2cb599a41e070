interface Named {
  readonly name: string
  readonly nameEn: string
}

/** The name of a jurisdiction in the language of the interface. */
export function nameOf(place: Named, lang: 'zh' | 'en'): string {
  return lang === 'en' ? place.nameEn || place.name : place.name
}

/** The eId of a full provision id: sx-2023-tic#chp_3__art_11 gives chp_3__art_11. */
export function eIdOf(provision: string): string {
  return provision.slice(provision.indexOf('#') + 1)
}

interface Dated {
  readonly jurisdiction: Named & { readonly id: string }
  readonly issuedOn: string | null
  readonly effectiveFrom: string | null
}

/** How a document is called beside others: by its jurisdiction, with the year where two are of one. */
export function nameIn(it: Dated, others: readonly Dated[], lang: 'zh' | 'en'): string {
  const own = nameOf(it.jurisdiction, lang)
  const year = (it.issuedOn ?? it.effectiveFrom ?? '').slice(0, 4)
  const alone = others.filter(({ jurisdiction }) => jurisdiction.id === it.jurisdiction.id).length === 1
  return alone || year === '' ? own : `${own} ${year}`
}
