import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { readRoles } from '../../server/facts/roles.ts'
import type { RegulationDocument } from '../../server/model/document.ts'
import { documentOf } from './document.ts'

const vocabulary = loadVocabulary()
const rolesOf = (text: string) => readRoles(documentOf([{ id: 'art_1', text }]), vocabulary)
const namesOf = (text: string) => rolesOf(text).map(({ name }) => name)

describe('a role is a party', () => {
  it.each([
    ['who acts', '依托单位应当提供保障。', ['依托单位']],
    ['who is acted on', '支持龙头企业牵头组建。', ['龙头企业']],
    ['who is spoken to', '向省科技厅提出申请。', ['省科技厅']],
    ['no title of a document', '根据《某省人民政府关于加强管理的通知》制定。', []],
    ['not what is founded', '可以组建平台型公司。', []],
    ['not what is raised', '孵化科技型企业，培养专业技术人才。', []],
    ['not what somebody is', '省科技厅是规划布局和宏观管理部门。', ['省科技厅']],
    ['not the class that sums a list up', '高校、企业等各类创新主体自愿组合。', ['高校', '企业']],
  ])('%s', (_, text, expected) => {
    expect(namesOf(text)).toEqual(expected)
  })
})

describe('names of one and the same', () => {
  it.each([
    ['a short form', '某省科学技术厅负责管理。报省科学技术厅批准。', '省科学技术厅', []],
    ['the level for the place', '浙江省财政厅审核。省财政厅拨付。', '浙江省财政厅', ['省财政厅']],
    ['有关 before the name', '企业应当配合。有关企业应当报告。', '企业', ['有关企业']],
    ['two words for a level', '省级财政给予支持。由省财政安排。', '省级财政', ['省财政']],
  ])('%s', (_, text, name, aliases) => {
    expect(rolesOf(text).find((role) => role.name === name)?.aliases).toEqual(aliases)
  })
})

describe('outside the articles', () => {
  const documentWith = (text: string, part: 'carrier' | 'annex'): RegulationDocument => {
    const document = documentOf([{ id: 'art_1', text }])
    return { ...document, passages: document.passages.map((passage) => ({ ...passage, part })) }
  }

  it('a letter addresses each body between two commas', () => {
    const letter = documentWith('各市、县科技局、财政局，省直有关部门，有关单位：', 'carrier')
    expect(readRoles(letter, vocabulary).map(({ name }) => name)).toEqual(['各市、县科技局、财政局', '省直有关部门'])
  })

  it('a form names who fills it in', () => {
    const names = ['项目负责人：', '填表人及联系电话：', '企业名称：'].flatMap((line) =>
      readRoles(documentWith(line, 'annex'), vocabulary).map(({ name }) => name),
    )
    expect(names).toEqual(['项目负责人', '填表人'])
  })
})
