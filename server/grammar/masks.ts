/**
 * Marks the characters of a text whose numbers are no quantities: titles, dates, document numbers, pinpoints, ordinals,
 * times of day, telephone numbers, slogans. One byte a character, 1 where masked.
 * @example masked('依照第三条第二款')  // 1 at 第三 and 第二
 */
export function masked(text: string): Uint8Array {
  const mask = new Uint8Array(text.length)
  for (const pattern of MASKS) {
    for (const hit of text.matchAll(pattern)) mask.fill(1, hit.index, hit.index + hit[0].length)
  }
  return mask
}

const HAN = '零〇○一二三四五六七八九十百'
const DAY = `(?:\\d{1,2}|[一二三四五六七八九十]{1,3})`
const YEAR = `(?:(?:19|20)\\d{2}|[一二][零〇○OＯ0-9一二三四五六七八九]{3})`
const THROUGH = '(?:—{1,2}|–|－|-|～|~|至|到)'

const MASKS: readonly RegExp[] = [
  // 《中国制造2025》
  /《[^《》]{0,160}》/g,
  /〈[^〈〉]{0,160}〉/g,
  // 第三条、第十二届、第一至三项
  new RegExp(
    `第[${HAN}千\\d]{1,8}(?:(?:、|至|到|和|或者|或|及|—|-)[${HAN}千\\d]{1,8}(?=[条款项目章节编、至]))*[条款项目章节编届次级类]?`,
    'g',
  ),
  // 2022年4月6日, 2016-2020年, 二〇二二年
  new RegExp(`(?:${YEAR}年?${THROUGH})?${YEAR}年度?(?:${DAY}月(?:份|底|初|末|中旬|上旬|下旬|${DAY}日?)?)?`, 'g'),
  new RegExp(
    `(?<![个\\d])${DAY}月(?:份|底|初|末|中旬|上旬|下旬|${DAY}(?:日?(?:${THROUGH}|、|和)${DAY}){0,4}日(?:(?:${THROUGH}|、)${DAY}日){0,4})`,
    'g',
  ),
  new RegExp(`(?<=[每当次本]月|个月的)${DAY}日`, 'g'),
  /\d{2,4}年代/g,
  // 国科发区〔2021〕17号, 第52号
  /[〔［[（(]\s*\d{4}\s*[〕］\])）]\s*第?\s*\d{1,5}\s*号/g,
  new RegExp(`[\\d${HAN}]{1,5}号`, 'g'),
  // “一行业一中心”, “十四五”
  /“(?![^”]{0,12}(?:以上|以下|以内|不))[^“”，。；：、]{1,12}”/g,
  // 08:30, 22时30分
  /\d{2}[:：]\d{2}(?!\d)/g,
  new RegExp(`\\d{1,2}[:：]\\d{2}${THROUGH}\\d{1,2}[:：]\\d{2}`, 'g'),
  new RegExp(`${DAY}时(?![间效段期长限数代速])(?:${DAY}分)?`, 'g'),
  /\d{1,2}点(?![\d零一二三四五六七八九])/g,
  // 0871-63133890, 13800000000
  /\d{3,4}-\d{7,8}/g,
  /(?<!\d)\d{11}(?!\d)/g,
  // GB12345, ISO9001, PM2.5, A4
  /(?!RMB|USD)\b[A-Za-z][A-Za-z/]{0,12}[-—\s]?\d[\d.—-]*/g,
  // 北纬28度30分, 东经113°6′
  /(?:[东西]经|[南北]纬)[\d.]{1,9}(?:度|°)(?:[\d.]{1,9}[分′'’])?(?:[\d.]{1,9}[秒″"”])?/g,
  // 二次供水, 十字路口
  /的前[一1][日天]|[二两]次(?:供水|污染|开发|包装|利用|装修|分配|加压|创业|回收|消费|处理|采油|雷达|审议稿)|十字[路街河架]|两部制/g,
  // 一年期贷款市场报价利率
  /[一二两三五十\d]{1,2}年期以?[上内]?(?:定期)?(?=[^，。；]{0,10}(?:利率|贷款|存款|国债|债券|LPR))/g,
  // 前两项, 上述三种
  /[前上](?:述|列|款)?[两二三四五六七八九十]{1,2}[款项条种届批](?!以)/g,
  // 三重一大, 一事一议, 五险一金
  /零部?件|红十字|一事一议|三重一大|五险一金|四项基本原则|双百方针|百花齐放|百家争鸣|一带一路|一网通办|一站式|一揽子|一大?批(?!次)|三农|三无|二手|十分(?![之钟])|万一|百分百|一般|一定|一律|一并|一些/g,
]
