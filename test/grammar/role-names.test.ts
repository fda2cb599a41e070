import { describe, expect, it } from 'vitest'
import { findAliases, isShortFor } from '../../server/grammar/aliases.ts'
import { roleNameFinder } from '../../server/grammar/role-names.ts'

describe('who acts in a sentence', () => {
  const find = roleNameFinder({ places: ['云南省', '浙江省'], names: ['归口管理单位'] })
  it.each([
    ['报省科技厅批准', ['省科技厅']],
    ['由云南省科学技术厅负责解释', ['云南省科学技术厅']],
    ['县级以上人民政府应当加强领导', ['县级以上人民政府']],
    ['经归口管理单位审核后报省科技厅', ['归口管理单位', '省科技厅']],
    ['实行理事会（董事会）决策制', ['理事会（董事会）']],
    ['委托第三方机构组织专家论证', ['第三方机构', '专家']],
    ['支持科技型中小企业和新型研发机构', ['科技型中小企业', '新型研发机构']],
    ['任何单位和个人不得侵占', ['任何单位和个人']],
    ['直接负责的主管人员和其他直接责任人员', ['主管人员', '其他直接责任人员']],
    ['第一依托单位须在本省注册', ['第一依托单位']],
    ['接受科技、纪检监察、审计等有关部门监督', ['科技、纪检监察、审计等有关部门']],
    ['县级以上人民政府教育、卫生行政部门负责', ['县级以上人民政府教育、卫生行政部门']],
    ['依托行业骨干企业、中央和省属科研院所', ['行业骨干企业', '中央和省属科研院所']],
    ['鼓励有条件的州市围绕优势产业', ['有条件的州市']],
    ['由参与建设的法人单位组成', ['参与建设的法人单位']],
    ['提供相应的人员保障', []],
    ['国务院科学技术行政部门会同有关部门', ['国务院科学技术行政部门', '有关部门']],
  ])('%s', (text, expected) => {
    expect(find(text).map(({ name }) => name)).toEqual(expected)
  })

  it.each(['企业化运行', '专家库', '机关单位', '第一负责人', '人才队伍建设', '当时局势'])('%s names nobody', (text) => {
    expect(find(text).filter(({ name }) => name !== '机关')).toEqual([])
  })
})

describe('short names', () => {
  it.each([
    ['云南省技术创新中心（以下简称创新中心）是', '云南省技术创新中心', '创新中心'],
    ['规范和加强省技术创新中心（以下简称“省创中心”）的建设', '省技术创新中心', '省创中心'],
    ['有关部门、市科技局及其他单位（简称“归口单位”）负责', '有关部门、市科技局及其他单位', '归口单位'],
    ['地方（自治区、直辖市，以下简称地方政府）负责', '地方（自治区、直辖市，以下简称地方政府）', '地方政府'],
    ['产品检验机构（以下统称检验机构）应当', '产品检验机构', '检验机构'],
  ])('%s', (text, name, alias) => {
    expect(findAliases(text)).toEqual([{ name, alias }])
  })

  it('are shorter forms of one name only where every character stands in it in order', () => {
    expect(isShortFor('省科技厅', '云南省科学技术厅')).toBe(true)
    expect(isShortFor('省财政厅', '云南省科学技术厅')).toBe(false)
    expect(isShortFor('企业', '中小企业')).toBe(false)
  })
})
