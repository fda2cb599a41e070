import { describe, expect, it } from 'vitest'
import { pinpoints } from '../../server/graph/pinpoints.ts'
import type { Provision, ProvisionKind } from '../../server/model/document.ts'

/** Kind, label, number and index of the parent, one provision a row. */
type Row = readonly [ProvisionKind, string | null, number | null, number | null]

const TREES: readonly (readonly [string, readonly Row[], readonly string[]])[] = [
  [
    'leaves the paragraph out where an article has but one',
    [
      ['chapter', '第二章', 2, null],
      ['article', '第十条', 10, 0],
      ['paragraph', null, 1, 1],
      ['item', '(二)', 2, 2],
    ],
    ['第二章', '第十条', '第十条', '第十条第（二）项'],
  ],
  [
    'counts the paragraphs where an article has several',
    [
      ['article', '第三条', 3, null],
      ['paragraph', null, 1, 0],
      ['paragraph', null, 2, 0],
      ['item', '1.', 1, 2],
    ],
    ['第三条', '第三条第一款', '第三条第二款', '第三条第二款第1项'],
  ],
  [
    'writes outline levels without the marks between them',
    [
      ['outline1', '二、', 2, null],
      ['outline2', '（三）', 3, 0],
      ['outline3', '2.', 2, 1],
    ],
    ['二', '二（三）', '二（三）2'],
  ],
  [
    'counts items that only a dash sets off',
    [
      ['article', '第四条', 4, null],
      ['paragraph', null, 1, 0],
      ['item', '——', 3, 1],
    ],
    ['第四条', '第四条', '第四条第三项'],
  ],
]

describe('a pinpoint', () => {
  it.each(TREES)('%s', (_, rows, expected) => {
    const provisions = rows.map(([kind, label, number, parent], i): Provision => ({
      ...{ id: `p${i}`, kind, label, number, heading: null, start: 0, end: 0 },
      parent: parent === null ? null : `p${parent}`,
    }))
    expect([...pinpoints(provisions).values()]).toEqual(expected)
  })
})
