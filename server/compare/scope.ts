import type { ComparedThreshold, Sentence } from '../model/comparison.ts'
import type { ApplicantType } from '../model/facts.ts'

const TYPES = [
  'enterprise',
  'university',
  'research_institute',
  'technology_institution',
] as const satisfies readonly ApplicantType[]

const TYPE_NAMES = {
  enterprise: { zh: '企业', en: 'enterprises' },
  university: { zh: '高校', en: 'universities' },
  research_institute: { zh: '科研院所', en: 'research institutes' },
  technology_institution: { zh: '技术机构', en: 'technology institutions' },
} as const satisfies Record<ApplicantType, Sentence>

/**
 * Whom a threshold binds: everybody, types of applicant, or those in a case told in words. `applicantType` is the one
 * that was asked for: what binds it, binds without condition.
 */
export interface Scope {
  readonly everybody: boolean
  readonly cases: readonly string[]
  readonly words: Sentence
}

export function scopeOf(threshold: ComparedThreshold, applicantType?: ApplicantType | null): Scope {
  const { applicantTypes, appliesIf } = threshold
  if (applicantTypes.length > 0) return applicantType ? EVERYBODY : ofTypes(applicantTypes)
  if (appliesIf === null) return EVERYBODY
  const inner = appliesIf
    .replace(/^对于?/, '')
    .replace(/“/g, '‘')
    .replace(/”/g, '’')
  const words = `“${inner}”`
  return { everybody: false, cases: [appliesIf], words: { zh: words, en: words } }
}

/** Every case that tells the thresholds apart: an unconditional one holds in each. */
export function casesOf(scopes: readonly Scope[]): readonly string[] {
  return [...new Set([...TYPES, ...scopes.flatMap((scope) => scope.cases)])]
}

export function holdsIn(scope: Scope, situation: string): boolean {
  return scope.everybody || scope.cases.includes(situation)
}

const EVERYBODY: Scope = { everybody: true, cases: [], words: { zh: '各类单位', en: 'every applicant' } }

function ofTypes(types: readonly ApplicantType[]): Scope {
  return {
    everybody: false,
    cases: types,
    words: {
      zh: types.map((type) => TYPE_NAMES[type].zh).join('、'),
      en: types.map((type) => TYPE_NAMES[type].en).join(', '),
    },
  }
}
