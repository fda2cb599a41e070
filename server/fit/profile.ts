import type { ApplicantType } from '../model/facts.ts'
import type { Sentence } from '../model/comparison.ts'
import type { Answer, Profile, ProfileField } from '../model/fit.ts'

/** A profile as it came in. */
export interface GivenProfile {
  readonly applicantType: ApplicantType | null
  readonly jurisdiction: string | null
  readonly track: string | null
  readonly values: readonly GivenValue[]
}

export interface GivenValue {
  readonly key: string
  readonly number?: number | null
  readonly series?: readonly (number | null)[] | null
  readonly flag?: boolean | null
}

/** What is wrong with one value; the value is left out, the rest is used. */
export interface ProfileProblem {
  readonly key: string
  readonly code: 'UNKNOWN_FIELD' | 'WRONG_KIND' | 'NEGATIVE' | 'TOO_LARGE' | 'TOO_MANY_YEARS' | 'TWICE'
  readonly message: Sentence
}

export interface CheckedProfile {
  readonly profile: Profile
  readonly problems: readonly ProfileProblem[]
}

/**
 * A profile that can be judged, and what of it cannot be used. Nothing given is not zero.
 * @example checkProfile(given, fields).problems // [{ key: 'senior_staff_ratio', code: 'TOO_LARGE', … 45 % }]
 */
export function checkProfile(given: GivenProfile, fields: readonly ProfileField[]): CheckedProfile {
  const known = new Map(fields.map((field) => [field.key, field]))
  const values = new Map<string, Answer>()
  const problems: ProfileProblem[] = []
  for (const value of given.values) {
    const field = known.get(value.key)
    const read = field === undefined ? unknownField(value.key) : answerOf(value, field)
    if (read === null) continue
    if ('code' in read) problems.push(read)
    else if (values.has(value.key)) problems.push(problem(value.key, 'TWICE', TWICE))
    else values.set(value.key, read)
  }
  const { applicantType, jurisdiction, track } = given
  return { profile: { applicantType, jurisdiction, track, values }, problems }
}

const TWICE: Sentence = { zh: '填写了两次，只用第一次', en: 'is given twice; the first is used' }

function problem(key: string, code: ProfileProblem['code'], message: Sentence): ProfileProblem {
  return { key, code, message }
}

function unknownField(key: string): ProfileProblem {
  return problem(key, 'UNKNOWN_FIELD', {
    zh: `没有“${key}”这一栏：可能来自旧版词表，请从现有栏目中重新选择`,
    en: `there is no field “${key}”: it may come from an older vocabulary; choose one of today's fields`,
  })
}

/** Null for a value that says nothing. */
function answerOf(value: GivenValue, field: ProfileField): Answer | ProfileProblem | null {
  const { number = null, series = null, flag = null, key } = value
  if (number === null && series === null && flag === null) return null
  switch (field.kind) {
    case 'number':
      return number === null ? problem(key, 'WRONG_KIND', WANTED.number) : checkedNumber(number, field)
    case 'series':
      return series === null ? problem(key, 'WRONG_KIND', WANTED.series) : checkedSeries(series, field)
    case 'flag':
      return flag === null ? problem(key, 'WRONG_KIND', WANTED.flag) : { flag }
    case 'choice':
      return problem(key, 'WRONG_KIND', WANTED.choice)
  }
}

const WANTED = {
  number: { zh: '这一栏要填一个数（number）', en: 'takes one number (number)' },
  series: { zh: '这一栏要按年填写，最近一年在前（series）', en: 'takes one amount a year, the latest first (series)' },
  flag: { zh: '这一栏要答是或否（flag）', en: 'takes yes or no (flag)' },
  choice: { zh: '这一栏填在它自己的位置，不在 values 里', en: 'has a place of its own beside the values' },
} as const satisfies Record<ProfileField['kind'], Sentence>

/** Years that anybody could be asked for. */
const MOST_YEARS = 10

function checkedSeries(series: readonly (number | null)[], field: ProfileField): Answer | ProfileProblem {
  if (series.length > MOST_YEARS) {
    return problem(field.key, 'TOO_MANY_YEARS', {
      zh: `填了${String(series.length)}年，最多${String(MOST_YEARS)}年`,
      en: `has ${String(series.length)} years; ${String(MOST_YEARS)} at most`,
    })
  }
  const wrong = series
    .map((amount) => (amount === null ? null : amountProblem(amount, field)))
    .find((one) => one !== null)
  return wrong ?? { series }
}

function checkedNumber(number: number, field: ProfileField): Answer | ProfileProblem {
  return amountProblem(number, field) ?? { number }
}

function amountProblem(amount: number, { key, unit, max }: ProfileField): ProfileProblem | null {
  if (amount < 0) return problem(key, 'NEGATIVE', { zh: '不能是负数', en: 'cannot be negative' })
  if (max === null || amount <= max) return null
  const percent = unit === 'ratio' && amount <= 100 ? String(amount / 100) : null
  return problem(key, 'TOO_LARGE', {
    zh: percent
      ? `${String(amount)} 太大：是否指 ${String(amount)}%，即 ${percent}？`
      : `${String(amount)} 超出合理范围（最大 ${String(max)}）`,
    en: percent
      ? `${String(amount)} is too large: was ${String(amount)} % meant, that is ${percent}?`
      : `${String(amount)} is beyond what is plausible (${String(max)} at most)`,
  })
}
