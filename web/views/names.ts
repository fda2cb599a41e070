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
