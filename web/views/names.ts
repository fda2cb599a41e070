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

/** What tells the versions of a text apart. */
export interface Dated {
  readonly issuedOn: string | null
  readonly amendedOn: string | null
  readonly effectiveFrom: string | null
}

/** The day of a version: of its last amendment, else of its issue or commencement; empty for none, YYYY-MM-DD. */
export function versionDay({ amendedOn, issuedOn, effectiveFrom }: Dated): string {
  return amendedOn ?? issuedOn ?? effectiveFrom ?? ''
}

interface Called extends Dated {
  readonly title?: string
  readonly jurisdiction: Named & { readonly id: string; readonly level?: string }
}

/** How a document is called beside others: by its place, with the year where two are of one. */
export function nameIn(it: Called, others: readonly Called[], lang: 'zh' | 'en'): string {
  const own = whereOf(it, lang)
  const year = versionDay(it).slice(0, 4)
  const alone = others.filter((other) => whereOf(other, lang) === own).length === 1
  return alone || year === '' ? own : `${own} ${year}`
}

/** Its jurisdiction, or the place below it that the title begins with; English has no names for those. */
function whereOf({ title = '', jurisdiction }: Called, lang: 'zh' | 'en'): string {
  const place = jurisdiction.level === 'national' ? '' : placeIn(title, jurisdiction.name)
  const isBelow = place.length > 1 && place !== jurisdiction.name
  if (!isBelow) return nameOf(jurisdiction, lang)
  return lang === 'en' ? `${nameOf(jurisdiction, lang)} · ${place}` : place
}

/** The place that a title begins with: `whole` itself, or one below it (云浮市, 市 alone). Empty for none. */
export function placeIn(title: string, whole: string): string {
  if (title.startsWith(whole)) return whole
  return PLACE.exec(title)?.[0] ?? ''
}

/** 城市 and 都市 are no names of cities. */
const PLACE = /^(?:(?!城市|都市)[\u4e00-\u9fff]{1,6}?(?:自治州|自治县|地区|市|州(?!市)|县|盟)|[省市县区])/
