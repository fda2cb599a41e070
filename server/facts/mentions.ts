import { roleKindOf, type FindRoleNames, type RoleKind, type RoleName } from '../grammar/role-names.ts'
import type { Passage, RegulationDocument } from '../model/document.ts'
import { isParty } from './parties.ts'

/** A name that a text calls somebody by. */
export interface Mention {
  readonly name: string
  readonly kind: RoleKind
}

/**
 * Each name that a text calls a party by, once, in text order: its issuers, whom the letter addresses, who acts, is acted on
 * or is spoken to, who signs its forms. Titles of documents name nobody.
 * @example mentionsOf(document, find).map(({ name }) => name) // ['省科技厅', '依托单位']
 */
export function mentionsOf({ passages, meta }: RegulationDocument, find: FindRoleNames): readonly Mention[] {
  const found = new Map<string, Mention>()
  const add = ({ name, kind }: Mention) => {
    if (!found.has(name)) found.set(name, { name, kind })
  }
  for (const issuer of meta.issuers) add({ name: issuer, kind: roleKindOf(issuer) ?? 'authority' })
  for (const passage of passages) {
    if (!isTitle(passage, meta.title)) for (const mention of inPassage(passage, find)) add(mention)
  }
  return [...found.values()]
}

/** The title stands on a line of its own, with or without what follows it in brackets. */
function isTitle({ clean, part }: Passage, title: string | null): boolean {
  return part === 'carrier' && title !== null && clean.text.length > 3 && title.includes(clean.text)
}

function inPassage({ clean, part }: Passage, find: FindRoleNames): readonly Mention[] {
  if (part === 'annex') return signerOf(clean.text)
  if (part === 'carrier' && ADDRESS.test(clean.text))
    return clean.text
      .slice(0, -1)
      .split('，')
      .flatMap((item) => addressees(item, find))
  const text = withoutTitles(clean.text)
  return find(text).flatMap((name) => (isParty(text, name) && !name.name.includes('＊') ? withOwner(name) : []))
}

/** 某研究中心依托单位 speaks of the centre too; the government of a department it only places. */
function withOwner(name: RoleName): readonly Mention[] {
  return name.owner === undefined || name.owner.kind === 'local-government' ? [name] : [name.owner, name]
}

const TITLES = /《[^《》]{1,80}(?:〈[^〉]{0,60}〉[^》]{0,40})?》/g

/** The text with the titles of documents blotted out, so that offsets stay. */
function withoutTitles(text: string): string {
  return text.includes('《') ? text.replace(TITLES, (title) => '＊'.repeat(title.length)) : text
}

const ADDRESS = /^[^。！；]{2,300}：$/
/** 有关单位 at the end of a letter's address is whoever else is concerned. */
const ANYBODY = /^各?(?:有关|相关)单位$/
/** A whole name of its own begins with 各 or a level. */
const ANEW = /(?<=[^、（]{2}(?:[厅局委）]|部门|管委会))、(?=各|全|省|市|县|区)/

/**
 * The bodies of one item of an address. Bodies of one kind are joined by 、 and may share their first words: 各市科技局、财政局
 * is one, 某区管委会、各县管委会 are two.
 */
function addressees(item: string, find: FindRoleNames): readonly Mention[] {
  return item.split(ANEW).flatMap((part) => {
    const names = find(part)
    const organs = names.filter(({ kind }) => kind === 'department' || kind === 'local-government')
    if (organs.length > 0 && organs.at(-1)?.end === part.length)
      return [{ name: part, kind: organs[0]?.kind ?? 'department' }]
    return names.filter(({ name }) => !ANYBODY.test(name))
  })
}

/** A field of a form for whoever fills it in or answers for it. */
const SIGNER =
  /^([\u4e00-\u9fff]{0,10}(?:负责人|联系人|填表人|填报人|经办人|法人代表|法定代表人))(?:及?(?:联系)?(?:电话|方式|签字|签名|签章))?(?:（[^）]{0,12}）)?(?:[：:].{0,30})?$/

function signerOf(line: string): readonly Mention[] {
  const name = SIGNER.exec(line.trim())?.[1]
  return name === undefined ? [] : [{ name, kind: 'position' }]
}
