/**
 * A text with traditional characters read as simplified ones, character for character, so that offsets stay the same.
 * Only characters that the words of quantities and metrics are made of; others are left as they are.
 * @example simplified('場地面積不低於1000平方米') // 场地面积不低于1000平方米
 */
export function simplified(text: string): string {
  return TRADITIONAL.test(text) ? text.replace(EACH, (char) => SIMPLE.get(char) ?? char) : text
}

const PAIRS =
  '萬万億亿於于過过個个歲岁達达滿满報报應应當当為为務务員员發发總总額额設设備备積积環环術术業业資资產产際际開开關关係系級级類类項项實实驗验專专職职權权標标準准會会議议經经費费據据該该條条處处罰罚領领導导單单聯联國国華华學学歷历齡龄點点門门間间時时護护療疗區区縣县鄉乡鎮镇與与從从現现計计認认證证書书號号請请審审評评獎奖勵励轉转讓让價价購购銷销儀仪場场穩稳駐驻辦办數数較较復复論论題题課课創创團团隊队師师醫医藥药財财稅税補补貼贴來来屆届佔占擔担減减錄录營营強强義义責责違违規规則则錢钱噸吨畝亩兩两參参擁拥獲获協协約约續续維维質质優优廠厂廣广東东車车電电話话'

const SIMPLE: ReadonlyMap<string, string> = new Map(
  Array.from(
    { length: PAIRS.length / 2 },
    (_, index) => [PAIRS.charAt(index * 2), PAIRS.charAt(index * 2 + 1)] as const,
  ),
)
const CLASS = `[${[...SIMPLE.keys()].join('')}]`
const TRADITIONAL = new RegExp(CLASS)
const EACH = new RegExp(CLASS, 'g')
