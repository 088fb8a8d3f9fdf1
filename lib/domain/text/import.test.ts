import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from './clean.ts'
import { blocksFromHtml } from './import-html.ts'
import { blocksFromMarkdown, blocksFromText } from './import-text.ts'
import { safeHref } from './safe-href.ts'
import type { SeedBlock } from './seed.ts'

const ids = () => {
  let next = 0
  return () => `b${next++}`
}

/** `role: text`, with formatting as `[b:words]`. */
function shown(blocks: readonly SeedBlock[]): string[] {
  return blocks.map(({ role, runs }) => {
    const text = runs.map(({ text, bold, italic, link }) => {
      const marks = `${bold ? 'b' : ''}${italic ? 'i' : ''}${link ? `<${link}>` : ''}`
      return marks ? `[${marks}:${text}]` : text
    })
    return `${role}: ${text.join('')}`
  })
}

const html = (text: string) => shown(blocksFromHtml(text, ids()))
const markdown = (text: string) => shown(blocksFromMarkdown(text, ids()))
const plain = (text: string) => shown(blocksFromText(text, ids()))

describe('text from outside', () => {
  it('[IMP1] keeps one form of line end, and no control characters', () => {
    expect(cleanText('\uFEFFa\r\nb\rc\u2028d\u0085e')).toBe('a\nb\nc\nd\ne')
    expect(cleanText('a\0b\u0007\u001F\u007Fc\td')).toBe('abc\td')
    expect(cleanText('\uD800a\uDC00😀')).toBe('\uFFFDa\uFFFD😀')
  })

  it('[IMP2] makes a paragraph of each line with something on it', () => {
    expect(plain('\uFEFF One.\r\n\r\n \t \nTwo.\tThree. ')).toEqual([
      'paragraph: One.',
      'paragraph: Two. Three.',
    ])
    expect(plain(' \n ')).toEqual([])
    expect(plain('<b>No</b> markup & more')).toEqual(['paragraph: <b>No</b> markup & more'])
  })
})

describe('HTML', () => {
  it('[IMP3] comes in as roles, bold, italic and links', () => {
    expect(
      html(
        `<!doctype html><title>x</title><h1>It leaks</h1><p>A <b>bold</b> <em>word</em> and a
        <a href="https://example.org/a">link</a>.</p><h2>Why</h2><blockquote>We knew.</blockquote>
        <ul><li>One</ul><ol><li>Two</ol><figure><figcaption>A roof</figcaption></figure>`,
      ),
    ).toEqual([
      'headline: It leaks',
      'paragraph: A [b:bold] [i:word] and a [<https://example.org/a>:link].',
      'subhead: Why',
      'quote: We knew.',
      'bullet: One',
      'numbered: Two',
      'caption: A roof',
    ])
  })

  it.each([
    '<script>alert(1)</script>',
    '<style>p { color: red }</style>',
    '<template><p>x</p></template>',
    '<svg><script>alert(1)</script><text>x</text></svg>',
    '<math><mtext>x</mtext></math>',
    '<iframe srcdoc="<p>x"></iframe>',
    '<p hidden>x</p>',
    '<p style="display: none">x</p>',
    '<!-- x -->',
    '<noscript><p>x</p></noscript>',
    '<img src=x onerror=alert(1) alt=x>',
    '<textarea>x</textarea>',
  ])('[IMP3] %s leaves nothing behind', (bad) => {
    expect(html(`${bad}<p>It rained.</p>`)).toEqual(['paragraph: It rained.'])
  })

  it.each([
    'javascript:alert(1)',
    'java&#10;script:alert(1)',
    '&#1;javascript:x',
    'data:text/html,x',
    '/here',
  ])('[IMP3] a link to %s is text', (href) => {
    expect(html(`<p>A <a href="${href}">link</a>.</p>`)).toEqual(['paragraph: A link.'])
  })

  it('[IMP3] what word processors write comes out clean', () => {
    expect(
      html(
        `<b style="font-weight:normal"><p style="margin:0"><span style="font-weight:700">Bold</span><span> plain
        </span></p><br><p><o:p>&nbsp;</o:p></p></b>`,
      ),
    ).toEqual(['paragraph: [b:Bold] plain'])
  })

  it('[IMP1] characters that are written as references are cleaned too', () => {
    expect(html('<p>a&#0;b&#1;c&#xD800;d&#x7F;</p>')).toEqual(['paragraph: a\uFFFDbc\uFFFDd'])
  })

  it('[IMP6] however deep the elements are nested, the words come in', () => {
    const deep = `${'<div>'.repeat(20_000)}It rained.${'</div>'.repeat(20_000)}`
    expect(html(`${deep}<p>It leaks.</p>`)).toEqual([
      'paragraph: It rained.',
      'paragraph: It leaks.',
    ])
    expect(html(`<p>${'<i><b>'.repeat(5_000)}deep`)).toEqual(['paragraph: [bi:deep]'])
  })

  it('[IMP3] nothing that comes in can run, whatever came', () => {
    const piece = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<a href="javascript:x">',
        '<a href=https://example.org>',
        '</a>',
        '<script>',
        '</script>',
      ],
      ...[
        '<b',
        '>',
        '&lt;',
        '"',
        '&#0;',
        '\0',
        '\uD800',
        'It rained. ',
        '<li>',
        '<table><td>',
        '<!--',
        '-->',
        '<svg>',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const { runs } of blocksFromHtml(pieces.join(''), ids())) {
          expect(runs.length).toBeGreaterThan(0)
          for (const { text, link } of runs) {
            expect(cleanText(text)).toBe(text)
            expect(text).not.toMatch(/\n/)
            if (link !== undefined) expect(safeHref(link)).toBe(link)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('Markdown', () => {
  it('[IMP4] comes in by CommonMark', () => {
    expect(
      markdown('# It leaks\n\nA **bold** [link](https://example.org/).\n\n> We knew.\n\n1. Two\n'),
    ).toEqual([
      'headline: It leaks',
      'paragraph: A [b:bold] [<https://example.org/>:link].',
      'quote: We knew.',
      'numbered: Two',
    ])
  })

  it('[IMP4] HTML inside it is text, and links pass the same door', () => {
    expect(markdown('<script>alert(1)</script> and <b>no</b>')).toEqual([
      'paragraph: <script>alert(1)</script> and <b>no</b>',
    ])
    expect(
      markdown('[a](javascript:alert(1)) [b](data:text/html,x) [c](/here)').join(),
    ).not.toMatch(/\[</)
  })
})

it('[IMP3] an element may be called what it likes', () => {
  for (const name of ['constructor', 'toString', 'hasOwnProperty']) {
    const [block] = blocksFromHtml(`<${name}>It rained.</${name}>`, () => 'id')
    expect(block).toMatchObject({ role: 'paragraph', runs: [{ text: 'It rained.' }] })
  }
})
