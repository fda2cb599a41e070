import type { Sentence } from '../model/comparison.ts'
import { isFirm, type Known, type Proof, proofOf } from './implication-rules.ts'
import type { Requirement } from './requirement.ts'
import { covers, overlap } from './scope.ts'

/** What an instrument asks in one row, and all that it asks: a floor elsewhere may give a share its amount. */
export interface Party {
  readonly name: Sentence
  readonly requirements: readonly Requirement[]
  readonly known?: Known
}

/**
 * Statements that hold although the measures differ: who meets the one always meets the other. Each is derived by a rule
 * of arithmetic or of units, from demands that leave no way out, and names it. 反之不然 is said only where the reverse is
 * refuted.
 * @example boundedStatements([first, second])[0]?.zh // 满足甲的必满足乙（…；规则：逐年相加），反之不然。
 */
export function boundedStatements(parties: readonly Party[]): readonly Sentence[] {
  return parties.flatMap((one, at) => parties.slice(at + 1).flatMap((two) => between(one, two) ?? []))
}

function between(one: Party, two: Party): Sentence | null {
  const [forth, back] = [derived(one, two), derived(two, one)]
  if (forth && back) return forth.who || back.who ? null : both(one, two, forth)
  if (forth) return onlyOneWay(one, two, forth)
  return back && onlyOneWay(two, one, back)
}

interface Derivation {
  readonly proofs: readonly Proof[]
  /** Whom the statement is limited to, where the premise does not bind all whom the conclusion binds. */
  readonly who: Sentence | null
  readonly isRefuted: boolean
}

/** A proof of every requirement of the conclusion, all for the same applicants; null where one is missing. */
function derived(premise: Party, conclusion: Party): Derivation | null {
  const found = conclusion.requirements.map((required) => {
    const held = premise.requirements.filter((given) => isFirm(given) && isFirm(required))
    for (const given of held) {
      const narrower = !covers(given.scope, required.scope)
      if (!overlap(given.scope, required.scope)) continue
      const proof = proofOf(given, required, premise.known)
      if (proof) return { proof, who: narrower ? given.scope.words : null }
    }
    return null
  })
  const [first] = found
  if (!first || found.some((one) => one === null || one.who?.zh !== first.who?.zh)) return null
  const proofs = found.flatMap((one) => one?.proof ?? [])
  return { proofs, who: first.who, isRefuted: proofs.some(({ isRefuted }) => isRefuted) }
}

function onlyOneWay({ name: from }: Party, { name: to }: Party, { proofs, who, isRefuted }: Derivation): Sentence {
  const whom = who ? { zh: `对${who.zh}，`, en: `for ${who.en}, ` } : { zh: '', en: '' }
  const reverse = isRefuted ? { zh: '，反之不然', en: ', not the reverse' } : { zh: '', en: '' }
  const why = reasoned(proofs)
  return {
    zh: `${whom.zh}满足${from.zh}的必满足${to.zh}（${why.zh}）${reverse.zh}。`,
    en: `${capital(`${whom.en}whoever meets ${from.en} meets ${to.en}`)} (${why.en})${reverse.en}.`,
  }
}

function both({ name: from }: Party, { name: to }: Party, { proofs }: Derivation): Sentence {
  const why = reasoned(proofs)
  return {
    zh: `满足${from.zh}即满足${to.zh}，反之亦然（${why.zh}）。`,
    en: `${capital(`whoever meets ${from.en} meets ${to.en}, and the reverse`)} (${why.en}).`,
  }
}

function reasoned(proofs: readonly Proof[]): Sentence {
  const rules = [...new Map(proofs.map(({ rule }) => [rule.zh, rule])).values()]
  return {
    zh: [
      ...proofs.map(({ given, result }) => `${given.zh}，则${result.zh}`),
      `规则：${rules.map(({ zh }) => zh).join('、')}`,
    ].join('；'),
    en: [
      ...proofs.map(({ given, result }) => `${given.en}, hence ${result.en}`),
      `by the rule: ${rules.map(({ en }) => en).join(', ')}`,
    ].join('; '),
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
