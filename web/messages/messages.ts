import { en, type Messages } from './en.ts'
import { zh } from './zh.ts'

export type { Messages } from './en.ts'

const TABLE: { readonly [K in 'zh' | 'en']: Messages } = { zh, en }

/** The words of the tool in one language. */
export function messagesFor(lang: 'zh' | 'en'): Messages {
  return TABLE[lang]
}
