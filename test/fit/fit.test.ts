import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { changesOf, oneChangeOf } from '../../server/fit/changes.ts'
import { judgeWith } from '../../server/fit/judge.ts'
import { applied, smallestChanges } from '../../server/fit/path.ts'
import { requirementsOf } from '../../server/fit/requirements.ts'
import { verdictOf } from '../../server/fit/whole.ts'
import type { Answer, FitCondition, Profile, Verdict } from '../../server/model/fit.ts'
import { all, amount, any, criterion, instrument, not, when } from './trees.ts'

const vocabulary = loadVocabulary()
const judge = judgeWith(vocabulary.jurisdictions)
const NOBODY: Profile = { applicantType: null, jurisdiction: null, track: null, values: new Map() }

function read(...conditions: FitCondition[]) {
  return requirementsOf(instrument(...conditions), vocabulary)
}

function profile(rest: Partial<Omit<Profile, 'values'>> & { values?: Record<string, Answer> } = {}): Profile {
  return { ...NOBODY, ...rest, values: new Map(Object.entries(rest.values ?? {})) }
}

function verdict(condition: FitCondition, rest: Parameters<typeof profile>[0] = {}): Verdict {
  return verdictOf(read(condition).trees, profile(rest), judge)
}

const staff = (number: number): Record<string, Answer> => ({ fixed_staff: { number } })
const STAFF = amount({})
const AREA = amount({ metric: '场地面积', metricKey: 'floor_area', value: 800, unit: 'm2' })

describe('a condition tree', () => {
  it.each([
    ['one failure decides', all(STAFF, AREA), staff(49), 'FAIL'],
    ['what is open waits', all(STAFF, AREA), staff(50), 'UNKNOWN'],
    ['what a person judges comes last', all(STAFF, criterion('管理规范')), staff(50), 'JUDGEMENT'],
    ['one passed alternative is enough', any(STAFF, AREA), staff(50), 'PASS'],
    ['a failed alternative leaves the open one', any(STAFF, AREA), staff(49), 'UNKNOWN'],
    ['an alternative that a person judges', any(STAFF, criterion('或者优势突出')), staff(49), 'JUDGEMENT'],
    ['not turns a verdict round', not(STAFF), staff(49), 'PASS'],
    ['not leaves open what is open', not(STAFF), {}, 'UNKNOWN'],
    ['a hedged number that is missed is judged', amount({ hedge: '原则上' }), staff(49), 'JUDGEMENT'],
    ['a hedged number that is met is met', amount({ hedge: '原则上' }), staff(50), 'PASS'],
    ['what is only encouraged is not failed', amount({ strength: 'encouraged' }), staff(49), 'JUDGEMENT'],
    ['an exception beside an alternative is one more', any(STAFF, when('尚不具备条件的', AREA)), staff(50), 'PASS'],
    [
      'a way around for those who fall short binds nobody else',
      when('不能完全满足要求的', STAFF),
      {},
      'NOT_APPLICABLE',
    ],
  ] as const)('%s', (_, condition, values, expected) => {
    expect(verdict(condition, { values })).toBe(expected)
  })

  it.each([
    ['enterprise', 49, 'FAIL'],
    ['university', 49, 'NOT_APPLICABLE'],
    [null, 49, 'UNKNOWN'],
    [null, 50, 'PASS'],
  ] as const)('a branch for enterprises: %s with %s is a %s', (applicantType, number, expected) => {
    expect(verdict(when('申报单位是企业的', STAFF), { applicantType, values: staff(number) })).toBe(expected)
  })

  it('keeps an answer by key: yes, no, or left to the official', () => {
    const [test] = read(criterion('管理规范')).trees
    const key = test?.root.kind === 'test' ? test.root.test.field.key : ''
    const answered = (flag: boolean) => verdict(criterion('管理规范'), { values: { [key]: { flag } } })
    expect([answered(true), answered(false), verdict(criterion('管理规范'))]).toEqual(['PASS', 'FAIL', 'JUDGEMENT'])
  })

  it('asks the same words once, also where signs and spaces differ', () => {
    const keys = read(criterion('管理规范，制度健全'), criterion('管理 规范、制度健全')).trees.map(({ root }) =>
      root.kind === 'test' ? root.test.field.key : null,
    )
    expect(new Set(keys).size).toBe(1)
  })

  it('takes tracks for alternatives where the profile names none', () => {
    const tracks = [
      { ...STAFF, track: '甲类' },
      { ...AREA, track: '乙类' },
    ]
    const of = (track: string | null) => verdictOf(read(...tracks).trees, profile({ track, values: staff(50) }), judge)
    expect([of(null), of('甲类'), of('乙类'), of('丙类')]).toEqual(['PASS', 'PASS', 'UNKNOWN', 'NOT_APPLICABLE'])
  })
})

/** Trees over amounts of different fields, each with its own number. */
const KEYS = ['fixed_staff', 'rd_staff', 'team_size', 'papers', 'awards', 'patents', 'senior_staff', 'equipment_count']
const leaf = (sign: fc.Arbitrary<'>=' | '<='>) =>
  fc
    .record({ metricKey: fc.constantFrom(...KEYS), comparator: sign, value: fc.integer({ min: 1, max: 9 }) })
    .map(amount)
const grown = (leaves: fc.Arbitrary<FitCondition>, kinds: readonly ('all' | 'any' | 'not' | 'if')[]) =>
  fc.letrec<{ tree: FitCondition }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      leaves,
      ...kinds.map((kind) =>
        kind === 'not'
          ? tie('tree').map(not)
          : kind === 'if'
            ? fc.tuple(tie('tree'), tie('tree')).map(([then, other]) => when('申报单位是企业的', then, other))
            : fc
                .array(tie('tree'), { minLength: 1, maxLength: 3 })
                .map((below) => (kind === 'all' ? all : any)(...below)),
      ),
    ),
  })).tree
const bothWays = leaf(fc.constantFrom('>=' as const, '<=' as const))
const anyTree = grown(bothWays, ['all', 'any', 'not', 'if'])
const values = fc
  .dictionary(fc.constantFrom(...KEYS), fc.integer({ min: 0, max: 10 }))
  .map((given) => new Map<string, Answer>(Object.entries(given).map(([key, number]) => [key, { number }])))
const anyProfile = fc.record({
  applicantType: fc.constantFrom('enterprise' as const, 'university' as const, null),
  jurisdiction: fc.constant(null),
  track: fc.constant(null),
  values,
})

describe('for any tree', () => {
  it('knowing more never turns a pass into a failure or a failure into a pass', () => {
    fc.assert(
      fc.property(anyTree, anyProfile, values, (tree, one, more) => {
        const { trees } = read(tree)
        const before = verdictOf(trees, one, judge)
        const after = verdictOf(
          trees,
          { ...one, applicantType: one.applicantType ?? 'enterprise', values: new Map([...more, ...one.values]) },
          judge,
        )
        if (before === 'PASS') expect(after).not.toBe('FAIL')
        if (before === 'FAIL') expect(after).not.toBe('PASS')
      }),
    )
  })

  it('raising a number that must be at least something never loses a pass', () => {
    const rising = grown(leaf(fc.constant('>=' as const)), ['all', 'any', 'if'])
    fc.assert(
      fc.property(
        rising,
        anyProfile,
        fc.constantFrom(...KEYS),
        fc.integer({ min: 1, max: 9 }),
        (tree, one, key, more) => {
          const { trees } = read(tree)
          const known = one.values.get(key)
          if (known === undefined || !('number' in known) || verdictOf(trees, one, judge) !== 'PASS') return
          const raised = new Map(one.values).set(key, { number: known.number + more })
          expect(verdictOf(trees, { ...one, values: raised }, judge)).toBe('PASS')
        },
      ),
    )
  })

  it('the order of operands and of answers does not matter', () => {
    const turned = (tree: FitCondition): FitCondition =>
      tree.kind === 'if' ? tree : { ...tree, operands: tree.operands.map(turned).toReversed() }
    fc.assert(
      fc.property(anyTree, anyProfile, (tree, one) => {
        const reversed = { ...one, values: new Map([...one.values].toReversed()) }
        expect(verdictOf(read(turned(tree)).trees, reversed, judge)).toBe(verdictOf(read(tree).trees, one, judge))
      }),
    )
  })

  it('the verdict is what all answers to the open fields agree on', () => {
    // Fields that occur once: of two conditions on one number more can be said than of each by itself.
    const once = fc
      .shuffledSubarray(KEYS, { minLength: 3, maxLength: 5 })
      .chain((keys) => fc.tuple(fc.constant(keys), fc.integer({ min: 0, max: 3 }), fc.boolean(), fc.boolean()))
      .map(([keys, split, outer, inner]) => {
        const leaves = keys.map((metricKey) => amount({ metricKey, value: 5 }))
        const group = outer ? all : any
        const below = inner ? any : (...operands: FitCondition[]) => not(all(...operands))
        return { keys, tree: group(...leaves.slice(0, split), below(...leaves.slice(split))) }
      })
    fc.assert(
      fc.property(once, values, ({ keys, tree }, known) => {
        const { trees } = read(tree)
        const open = keys.filter((key) => !known.has(key))
        const outcomes = new Set<Verdict>()
        for (let bits = 0; bits < 2 ** open.length; bits += 1) {
          const filled = new Map(known)
          open.forEach((key, at) => filled.set(key, { number: (bits >> at) & 1 ? 10 : 0 }))
          outcomes.add(verdictOf(trees, { ...NOBODY, values: filled }, judge))
        }
        const [only] = outcomes
        expect(verdictOf(trees, { ...NOBODY, values: known }, judge)).toBe(outcomes.size === 1 ? only : 'UNKNOWN')
      }),
    )
  })

  it('the one change gives what it promises, and changes one field alone', () => {
    const texts = fc.array(anyTree, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(texts, anyProfile, (trees, one) => {
        const requirements = trees.map((tree, at) => ({ ...read(tree), id: String(at) }))
        const change = oneChangeOf(requirements, one, { judge, current: new Set() })
        if (change === null) return
        const differing = KEYS.filter((key) => change.profile.values.get(key) !== one.values.get(key))
        expect(differing).toEqual([change.field.key])
        for (const { id, trees: tree } of requirements) {
          const [before, after] = [verdictOf(tree, one, judge), verdictOf(tree, change.profile, judge)]
          expect(change.opens.includes(id)).toBe(before === 'FAIL' && after !== 'FAIL')
        }
      }),
    )
  })

  it('no other single change opens more than the one change', () => {
    const texts = fc.array(anyTree, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(texts, anyProfile, (trees, one) => {
        const requirements = trees.map((tree, at) => ({ ...read(tree), id: String(at) }))
        const best = oneChangeOf(requirements, one, { judge, current: new Set() })?.opens.length ?? 0
        const failing = requirements.filter(({ trees: tree }) => verdictOf(tree, one, judge) === 'FAIL')
        for (const key of one.values.keys()) {
          for (let number = 0; number <= 10; number += 1) {
            const changed = { ...one, values: new Map(one.values).set(key, { number }) }
            const opened = failing.filter(({ trees: tree }) => verdictOf(tree, changed, judge) !== 'FAIL')
            expect(opened.length).toBeLessThanOrEqual(best)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('the smallest set of changes opens the text, and every change of it is needed', () => {
    const plain = grown(bothWays, ['all', 'any', 'if'])
    fc.assert(
      fc.property(plain, anyProfile, (tree, one) => {
        const requirements = read(tree)
        const way = smallestChanges(requirements, one, judge)
        if (way === null || way.length === 0) return
        expect(verdictOf(requirements.trees, applied(way, one), judge)).not.toBe('FAIL')
        for (const left of way) {
          const rest = way.filter((change) => change !== left)
          expect(verdictOf(requirements.trees, applied(rest, one), judge)).toBe('FAIL')
        }
      }),
    )
  })
})

describe('a change of money by year', () => {
  const sum = amount({ metricKey: 'rd_spend_total', value: 2000, unit: 'CNY', window: 'P3Y', aggregation: 'sum' })
  const mean = amount({ metricKey: 'rd_spend_average', value: 4000, unit: 'CNY', window: 'P3Y', aggregation: 'mean' })
  const each = amount({ metricKey: 'rd_spend_annual', value: 1000, unit: 'CNY', window: 'P2Y', aggregation: 'each' })
  const change = (tree: FitCondition, series: readonly (number | null)[]) =>
    changesOf([read(tree)], profile({ values: { rd_spend: { series } } })).map(({ from, to }) => [from, to])

  it.each([
    ['lifts the weakest years to one level', sum, [900, 500, 100], [[100, 550]]],
    ['lifts one year where that is enough', sum, [900, 900, 100], [[100, 200]]],
    ['lifts all years for a mean', mean, [0, 0, 0], [[0, 4000]]],
    ['lifts the years of the window alone', each, [1000, 700, 0], [[700, 1000]]],
    ['waits for a year that is not told', sum, [900, null, 100], []],
    ['has nothing to do where it is met', sum, [2000, 0, 0], []],
  ] as const)('%s', (_, tree, series, expected) => {
    expect(change(tree, series)).toEqual(expected)
  })
})
