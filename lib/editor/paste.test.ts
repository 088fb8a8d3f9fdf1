// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { cleanPastedHtml } from './paste.ts'

/** Pasted HTML as literals: `'quote|<em>So</em> it was'`. */
function cleaned(html: string, hasHeadline = true): string[] {
  const holder = document.createElement('div')
  holder.innerHTML = cleanPastedHtml(html, { hasHeadline })
  return [...holder.children].map((block) => {
    const { role } = (block as HTMLElement).dataset
    return (role === 'paragraph' ? '' : `${role}|`) + block.innerHTML
  })
}

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style>
<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head><body lang=EN-GB><!--StartFragment-->
<h1>Rain in
 the north<o:p></o:p></h1>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>It</b> rained<span style='mso-spacerun:yes'>  </span>for
two days.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Roads<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span><![endif]>Rail</p>
<p class=MsoQuote>So it was.</p>
<!--EndFragment--></body></html>`

it('[EDT7] Word', () => {
  expect(cleaned(WORD, false)).toEqual([
    'headline|Rain in the north',
    '<strong>It</strong> rained for two days.',
    'bullet|Roads',
    'numbered|Rail',
    'quote|So it was.',
  ])
})

const DOCS = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span
style="font-weight:700">A river</span></h2><p dir="ltr"><span style="font-weight:400;font-style:normal">It </span><span
style="font-weight:700;font-style:italic">rose</span><span> and </span><a href="https://example.org/"><span
style="text-decoration:underline">fell</span></a>.</p><br /><ol><li dir="ltr" aria-level="1"><p dir="ltr"><span>First</span></p></li><li><p>Second</p><ul><li><p>Inner</p></li></ul></li></ol></b>`

it('[EDT7] Google Docs', () => {
  expect(cleaned(DOCS)).toEqual([
    'subhead|A river',
    'It <strong><em>rose</em></strong> and <a href="https://example.org/">fell</a>.',
    'numbered|First',
    'numbered|Second',
    'bullet|Inner',
  ])
})

it.each<[string, string, string[]]>([
  ['a word', '<span>word</span>', ['word']],
  ['line breaks', 'one<br>two<br><br>three<br> <br>four', ['one two', 'three', 'four']],
  ['nested blocks', '<div><div>one</div>two<p>three</p></div>', ['one', 'two', 'three']],
  ['a list without paragraphs', '<ul><li>a</li><li>b</li></ul>', ['bullet|a', 'bullet|b']],
  [
    'a quotation of two paragraphs',
    '<blockquote><p>a</p><p>b</p></blockquote>',
    ['quote|a', 'quote|b'],
  ],
  [
    'a table',
    '<table><tr><th>Year</th><th>Rain</th></tr><tr><td>2026</td><td><p>9 mm</p></td></tr></table>',
    ['Year | Rain', '2026 | 9 mm'],
  ],
  ['preformatted lines', '<pre>a\nb</pre>', ['a', 'b']],
  [
    'a picture with a caption',
    '<figure><img src="x.png"><figcaption>A bridge</figcaption></figure>',
    ['caption|A bridge'],
  ],
  [
    'scripts and styles',
    '<style>p{}</style><script>alert(1)</script><p onclick="x()">a</p><!-- b -->',
    ['a'],
  ],
  ['hidden text', '<p>a<span style="display: none">b</span><span hidden>c</span></p>', ['a']],
  ['a bad link', '<p><a href="java\nscript:alert(1)">a</a> <a href="/x">b</a></p>', ['a b']],
  ['markup in text', '<p>1 &lt; 2 &amp; <b>"3"</b></p>', ['1 &lt; 2 &amp; <strong>"3"</strong>']],
  ['soft hyphens, zero-width spaces', '<p>in\u00ADvi\u200Bsible</p>', ['invisible']],
  ['no-break spaces inside', '<p>5&nbsp;km&nbsp;</p>', ['5&nbsp;km']],
  ['nothing', '<p>&nbsp;</p><div><br></div>', []],
])('[EDT7] %s', (_, html, expected) => {
  expect(cleaned(html)).toEqual(expected)
})

it('[EDT7] the first h1 is the headline where there is none, all other headings are subheads', () => {
  const html = '<h1>A</h1><p>b</p><h1>C</h1><h3>D</h3>'
  expect(cleaned(html, false)).toEqual(['headline|A', 'b', 'subhead|C', 'subhead|D'])
  expect(cleaned(html, true)[0]).toBe('subhead|A')
  expect(cleaned('<p>b</p><h1>A</h1>', false)).toEqual(['b', 'subhead|A'])
})

it('[EDT7] lone surrogates and NUL are taken out', () => {
  expect(cleaned('<p>a\uD800b\0c</p>')).toEqual(['a\uFFFDbc'])
})

it('[EDT7] ten thousand words are quick', () => {
  const html =
    '<p><b>Some</b> words of a <i>long</i> and <a href="https://example.org">dull</a> text.</p>'
  const started = performance.now()
  expect(cleaned(html.repeat(1100))).toHaveLength(1100)
  expect(performance.now() - started).toBeLessThan(5000)
})
