import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { isHtml, readHtml } from '../../server/text/html.ts'
import { oldPage, portalPage } from './pages.ts'

const read = (html: string) => readHtml(Buffer.from(html), '办法.html').text.split('\n').slice(0, -1)

describe('the lines of a page', () => {
  it.each([
    ['a block is a line', '<p>甲</p><div>乙</div>丙', ['甲', '乙', '丙']],
    ['a line break ends a line', '<p>甲<br>乙<br/>丙</p>', ['甲', '乙', '丙']],
    ['parts of a line stay together', '<p><b>第一</b><span>条</span> <i>甲</i></p>', ['第一条 甲']],
    ['entities are signs', '<p>甲&nbsp;&lt;乙&gt;&#8220;丙&#x201D;&amp;</p>', ['甲 <乙>“丙”&']],
    ['a source line that ends between Chinese signs is no space', '<p>社区\n    服务</p>', ['社区服务']],
    ['a source line that ends between words is one', '<p>Web\n   Service</p>', ['Web Service']],
    [
      'an indent is two full-width spaces, typed',
      '<p>　　甲</p><p>&nbsp;&nbsp;&nbsp;&nbsp;乙</p>',
      ['　　甲', '　　乙'],
    ],
    ['or asked for by a style', '<p style="text-indent: 2em">甲</p><p style="text-indent:0">乙</p>', ['　　甲', '乙']],
    [
      'rows of a table are lines, cells stand apart by tabs',
      '<table><tr><th>序号<th>指标<tr><td>1<td>面积</table>',
      ['序号\t指标', '1\t面积'],
    ],
    [
      'a cell of several lines stays in its row',
      '<table><tr><td><p>甲</p><p>乙</p><td>丙<br>丁</table>',
      ['甲 乙\t丙 丁'],
    ],
    ['an empty cell keeps its place', '<table><tr><td>甲<td><td>丙</table>', ['甲\t\t丙']],
    ['a table that only places the text is none', '<table><tr><td><p>甲</p><p>乙</p></table>', ['甲', '乙']],
    ['a numbered list shows its numbers', '<ol><li>甲<li>乙</ol>', ['1. 甲', '2. 乙']],
    ['from where it starts', '<ol start=3><li>甲<li value=7>乙<li>丙</ol>', ['3. 甲', '7. 乙', '8. 丙']],
    [
      'in letters, Roman and Chinese numbers',
      '<ol type=a><li>甲</ol><ol type=I><li>乙</ol><ol style="list-style-type:cjk-ideographic"><li>丙</ol>',
      ['a. 甲', 'I. 乙', '一、 丙'],
    ],
    [
      'an item that writes its own number shows no other',
      '<ol style="list-style:none"><li>（一）甲</ol><ol><li>1．乙</ol>',
      ['（一）甲', '1．乙'],
    ],
    ['an unnumbered list shows none', '<ul><li>甲<li>乙</ul>', ['甲', '乙']],
    [
      'raised numbers stay what they are',
      '<p>20 m<sup>2</sup>，10<sup>5</sup>，办法<sup>1</sup></p>',
      ['20 m²，10^5，办法[1]'],
    ],
    ['lowered numbers are plain', '<p>CO<sub>2</sub></p>', ['CO2']],
    ['a pronunciation is left out', '<p><ruby>亳<rp>(</rp><rt>bó</rt><rp>)</rp></ruby>州</p>', ['亳州']],
    ['preformatted text keeps its lines', '<pre>甲\n乙</pre>', ['甲', '乙']],
    [
      'scripts, styles and comments are no text',
      '<p>甲</p><script>"<p>乙</p>"</script><style>丙{}</style><!-- 丁 -->',
      ['甲'],
    ],
    ['what is hidden is no text', '<p>甲。乙。</p><p style="display: none">丙</p><p hidden>丁</p>', ['甲。乙。']],
    [
      'what is never closed ends where it must',
      '<p>甲<p>乙<table><tr><td>丙<td>丁</table>戊',
      ['甲', '乙', '丙\t丁', '戊'],
    ],
    ['a stray end tag says nothing', '</div></span><p>甲</b></p></td>', ['甲']],
  ] as const)('%s', (_, html, lines) => {
    expect(read(html)).toEqual(lines)
  })

  it('are the paragraphs that a page was made of', () => {
    const paragraph = fc.stringMatching(/^[甲乙丙丁戊a-z0-9（），。]{1,30}$/)
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 20 }),
        fc.constantFrom('p', 'div', 'h3'),
        (texts, tag) => {
          expect(read(texts.map((text) => `<${tag}>${text}</${tag}>`).join('\n'))).toEqual(texts)
        },
      ),
    )
  })

  it('come from any bytes without an exception but a refusal', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<table>',
      '<td>',
      '</tr>',
      '<ol>',
      '<li>',
      '<a href=x>',
      '<b',
      '&',
      '<!--',
      '甲。',
      '"',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join('')
        try {
          expect(readHtml(Buffer.from(html), 'a.html').format).toBe('html')
        } catch (error) {
          expect(error).toMatchObject({ name: 'Failure' })
        }
      }),
    )
  })
})

const TITLE = '某市社区服务管理办法（试行）'
const BODY = [
  '第一条　为了规范社区服务，制定本办法。',
  '第二条　社区服务用房不少于300平方米。',
  '第三条　本办法自2021年5月1日起施行。',
]
const SIGNED = ['某市民政局', '2021年3月2日']
const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join('\n')

describe('the document of a page', () => {
  it('stands without the path, imprint, links and footer of a portal', () => {
    expect(read(portalPage({ title: TITLE, document: paragraphs([...BODY, ...SIGNED]) }))).toEqual([
      TITLE,
      ...BODY,
      ...SIGNED,
    ])
  })

  it('stands alone where frames of tables without a name hold it', () => {
    const page = oldPage({ title: TITLE, document: BODY.join('<br>') })
    expect(readHtml(iconv.encode(page, 'gbk'), '办法.htm')).toMatchObject({
      encoding: 'gb18030',
      text: [TITLE, ...BODY, ''].join('\n'),
    })
  })

  it('has its title once, over two lines too', () => {
    const document = paragraphs(['某市社区服务', '管理办法（试行）', ...BODY])
    expect(read(portalPage({ title: TITLE, document }))).toEqual(['某市社区服务', '管理办法（试行）', ...BODY])
  })

  it('takes the title from the page where the text has none', () => {
    const page = `<html><head><meta name="ArticleTitle" content="${TITLE}"></head><body><div>${paragraphs(BODY)}</div></body></html>`
    expect(read(page)).toEqual([TITLE, ...BODY])
  })

  it('keeps its annexes, and the notice that carries it', () => {
    const notice = ['各区民政局：', '现将办法印发给你们。', ...SIGNED]
    const annex = ['附件1', '申请表', '填表说明见背面。']
    const title = `关于印发《${TITLE}》的通知`
    const document = `<div>${paragraphs(notice)}</div><div>${paragraphs([TITLE, ...BODY])}</div><div>${paragraphs(annex)}</div>`
    expect(read(portalPage({ title, document }))).toEqual([title, ...notice, TITLE, ...BODY, ...annex])
  })

  it('takes number, authority and date from the record above it where the text lacks them', () => {
    const record = `<table><tr><td>索 引 号：</td><td>0001/2021-2</td><td>主题分类：</td><td>民政</td></tr>
<tr><td>发文机关：</td><td>某市民政局</td><td>成文日期：</td><td>2021年3月2日</td></tr>
<tr><td>标&emsp;&emsp;题：</td><td colspan=3>${TITLE}</td></tr><tr><td>发文字号：</td><td>某民规〔2021〕2号</td><td>发布日期：</td><td>2021-03-04</td></tr></table>`
    const lines = read(`<html><body>${record}<h1>${TITLE}</h1><div>${paragraphs(BODY)}</div></body></html>`)
    expect(lines).toEqual([TITLE, '某民规〔2021〕2号', '某市民政局', '2021年3月2日', ...BODY])
  })

  it('leaves the record out where the text says the same', () => {
    const record =
      '<ul><li>索引号：1</li><li>发文机关：某市民政局</li><li>成文日期：2021年3月2日</li><li>发文字号：某民规〔2021〕2号</li></ul>'
    const document = paragraphs([TITLE, '某民规〔2021〕2号', ...BODY, ...SIGNED])
    expect(read(`<html><body>${record}<div>${document}</div></body></html>`)).toEqual([
      TITLE,
      '某民规〔2021〕2号',
      ...BODY,
      ...SIGNED,
    ])
  })

  it('keeps a notice that is short against what it carries, each in a part of its own', () => {
    const notice = [
      `关于印发《${TITLE}》的通知`,
      '某民规〔2021〕2号',
      ...Array.from({ length: 14 }, (_, at) => `某县${at}民政局：`),
    ]
    const long = Array.from(
      { length: 120 },
      (_, at) => `第${at + 1}条　某市各县（市、区）民政部门应当依照本办法履行职责。`,
    )
    const document = `<div>${paragraphs([...notice, '现印发给你们。', ...SIGNED])}</div><div>${paragraphs([TITLE, ...long])}</div>`
    const lines = read(
      `<html><body><ul><li><a href="/">首页</a></li><li><a href="/z">公开</a></li></ul>${document}</body></html>`,
    )
    expect(lines).toEqual([...notice, '现印发给你们。', ...SIGNED, TITLE, ...long])
  })

  it('keeps a notice whose table says nearly all', () => {
    const row = '<tr><td>甲</td><td>某市各县（市、区）民政部门应当依照目录履行职责；没有列入的，不得收费。</td></tr>'
    const page = `<html><body><div><p>现将目录公布如下。</p><table>${row.repeat(40)}</table></div></body></html>`
    expect(read(page)[0]).toBe('现将目录公布如下。')
  })

  it('has the title of its own article and not that of the site', () => {
    const head = '<header><h1>某市卫生健康委员会</h1><nav><a href="/">首页</a></nav></header>'
    const article = `<article><header><h1>中医诊所备案管理解读</h1></header>${paragraphs(BODY)}</article>`
    const page = `<html><head><title>中医诊所备案管理解读 - 某市卫生健康委员会</title></head><body>${head}<main>${article}</main></body></html>`
    expect(read(page)).toEqual(['中医诊所备案管理解读', ...BODY])
  })

  it('is refused where a page draws its text with a script', () => {
    const page =
      '<html><body><div id="app"></div><ul><li><a href="/">首页</a></li></ul><script>load()</script></body></html>'
    expect(() => read(page)).toThrow(
      '办法.html is a web page without text: open it in a browser, wait until the text shows, and save the page, or copy the text into a .txt file',
    )
  })
})

describe('isHtml', () => {
  it.each([
    [true, 'a doctype', '<!DOCTYPE html><p>甲', 'a'],
    [true, 'a piece of a page', '\n <div class="x">甲</div>', 'a.txt'],
    [true, 'a table behind a comment', '<!-- 甲 -->\n<table>', ''],
    [true, 'a page as XML', '<?xml version="1.0"?>\n<html xmlns="x">', ''],
    [true, 'plain words with tags in a file named .html', '甲<br>乙', 'a.HTML'],
    [false, 'plain words in a file named .html', '第一条 甲', 'a.html'],
    [false, 'Markdown that opens with a tag', '<div align="center">\n\n# 办法', 'a.md'],
    [true, 'a page in a file named .md', '<html><p>甲', 'a.md'],
    [false, 'a text', '第一条 <p> 甲', 'a.txt'],
    [false, 'other XML', '<?xml version="1.0"?><w:document>', 'a.xml'],
    [false, 'a title in angle brackets', '<办法> 甲', 'a.txt'],
  ])('says %s for %s', (expected, _, text, name) => {
    expect(isHtml(Buffer.from(text), name)).toBe(expected)
  })

  it('knows a page in UTF-16', () => {
    expect(isHtml(iconv.encode('<html><p>甲', 'utf-16', { addBOM: true }), 'a')).toBe(true)
  })
})

describe('the encoding of a page', () => {
  const page = (charset: string) =>
    `<html><head><meta charset="${charset}"></head><body><p>第一条　镕𠮷。</p></body></html>`
  it.each([
    ['what it declares', iconv.encode(page('gbk'), 'gb18030'), 'gb18030'],
    ['UTF-8, whatever it declares, where that fits', Buffer.from(page('gb2312')), 'utf-8'],
    ['its mark of order', iconv.encode(page('gbk'), 'utf-16', { addBOM: true }), 'utf-16le'],
    ['GB18030 where it declares none', iconv.encode('<p>第一条　镕𠮷。</p>', 'gb18030'), 'gb18030'],
  ])('is %s', (_, bytes, encoding) => {
    expect(readHtml(bytes, 'a.html')).toMatchObject({ encoding, text: '第一条　镕𠮷。\n' })
  })
})

describe('a page of any size', () => {
  it.each([
    ['100,000 parts inside each other', '<div>'.repeat(100_000) + '甲。'],
    ['tables inside tables', '<table><tr><td>'.repeat(20_000) + '甲。'],
    ['marks that are never closed', '<font color=1><b><p>'.repeat(50_000) + '甲。'],
  ])('is read without recursion: %s', (_, html) => {
    expect(read(html)).toEqual(['甲。'])
  })
})
