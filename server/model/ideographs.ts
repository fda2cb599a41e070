/**
 * A text with radicals and compatibility ideographs read as the ordinary characters that look the same: PDFs are full of
 * them. Character for character, so that offsets stay the same.
 * @example ordinaryIdeographs('2023年6⽉⻓期') // 2023年6月长期
 */
export function ordinaryIdeographs(text: string): string {
  return UNUSUAL.test(text) ? text.replace(EACH, ordinary) : text
}

/** Kangxi radicals, radicals of the supplement, compatibility ideographs. */
const UNUSUAL = /[\u2e80-\u2fd5\uf900-\ufaff]/
const EACH = new RegExp(UNUSUAL, 'g')

function ordinary(char: string): string {
  const plain = ORDINARY.get(char) ?? char.normalize('NFKC')
  return plain.length === 1 ? plain : char
}

/** What normalisation leaves alone or turns into a character that is not written today; Unicode, EquivalentUnifiedIdeograph.txt. */
const PAIRS =
  '⼾户⾭青⿈黄⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'

const ORDINARY: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, at) => [PAIRS.charAt(at * 2), PAIRS.charAt(at * 2 + 1)] as const),
)
