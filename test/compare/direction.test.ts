import { describe, expect, it } from 'vitest'
import { directionOf } from '../../server/compare/direction.ts'
import type { ComparedThreshold } from '../../server/model/comparison.ts'
import { metric, threshold } from './fixtures.ts'

type Fields = Partial<ComparedThreshold>
const fine = { purpose: 'sanction', unit: 'CNY' } as const
const period = { purpose: 'sanction', unit: 'day', comparator: '<=' } as const

describe('an amount is', () => {
  it.each<[string, Fields, string]>([
    ['a demand among conditions', { quote: '成立满三年' }, 'demand'],
    ['a demand on a procedure', { purpose: 'procedure', quote: '公示期不少于七日' }, 'demand'],
    ['a demand where words bind it', { purpose: 'other', quote: '每户限养一只' }, 'demand'],
    ['a case where it only tells when', { purpose: 'procedure', quote: '闲置超过三个月', comparator: '>' }, 'none'],
    ['nothing that is known where no word binds it', { purpose: 'other', quote: '三个月' }, 'none'],
    ['a penalty where it is imposed', { ...fine, quote: '处一千元以上五千元以下罚款' }, 'penalty'],
    ['a penalty as a multiple', { ...fine, quote: '并处货值金额三倍以下', unit: 'multiple' }, 'penalty'],
    ['a penalty as detention', { ...period, quote: '处五日以下', metric: '拘留' }, 'penalty'],
    ['a penalty as a ban', { ...period, quote: '三年内', metric: '不得再次申请' }, 'penalty'],
    ['a case where it tells the offence', { ...fine, quote: '违法所得三万元以上' }, 'none'],
    ['a deadline to put things right', { ...period, quote: '应当在十日内改正' }, 'demand'],
    ['a deadline to pay a fine', { ...period, quote: '应当在十五日内缴纳罚款' }, 'demand'],
    ['unknown as a period that nothing explains', { ...period, quote: '养护人五年内' }, 'none'],
    ['support', { purpose: 'funding', quote: '给予不超过三十万元补助' }, 'none'],
    ['a demand on who has to spend', { purpose: 'funding', quote: '自筹资金不低于总投资的一半' }, 'demand'],
    ['a target', { purpose: 'target', quote: '力争达到一百家' }, 'none'],
    ['a period of validity', { purpose: 'validity', quote: '有效期五年' }, 'none'],
  ])('%s', (_, fields, kind) => {
    expect(directionOf(threshold({ value: 3, metric: '数额', ...fields }), undefined).kind).toBe(kind)
  })

  it('what the vocabulary says of its metric, before all words', () => {
    const term = (ordered: boolean) => metric('x', '某数', { topic: 'staff', unit: 'item', ordered })
    const [grant, condition] = [threshold({ value: 3, purpose: 'funding', quote: '给予补助' }), threshold({ value: 3 })]
    expect([directionOf(grant, term(true)).kind, directionOf(condition, term(false)).kind]).toEqual(['demand', 'none'])
  })
})
