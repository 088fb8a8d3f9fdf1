import type { Version } from '#lib/domain/publication/version.ts'
import { block, fact, said, source, versionOf } from './version-builder.ts'

const HOSTILE_TEXTS: readonly string[] = [
  '</script><script>alert(1)</script> & <b>not bold</b>.',
  '"Double", \'single\', `tick` and &amp; &lt;entity&gt;.',
  '=SUM(A1:A9)+cmd|calc.',
  '+1 and more.',
  '-2 or fewer.',
  '@handle wrote to a.b@c.example.',
  '\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD, 42 \u05E1\u05D9\u05E8\u05D5\u05EA.',
  '\u0645\u0631\u062D\u0628\u0627 \u202Ereversed\u202C end.',
  'Family \u{1F469}\u200D\u{1F469}\u200D\u{1F467} and \u{1D538}\u{1D539} and \u{20BB7}.',
  '# Not a heading.',
  '1. Not a list *nor* _this_ nor **that** nor ~~those~~.',
  '- not an item | a | table.',
  '[^1]: not a note, [nor](javascript:alert(1)) a link, ![nor](x) a picture!',
  '<!-- not a comment --> ]]> <![CDATA[ x ]]> -->',
  '    four spaces, https://bare.example/a_b_c and www.bare.example.',
  '\u6771\u4EAC\u306E\u6E2F\u306F\u9759\u304B\u3060\u3063\u305F\u3002',
  'C:\\temp\\new $x$ {{z}}.',
]

const FACTS: Partial<Version> = {
  slug: 'a/b?c"d',
  lang: 'ar"><script>',
  byline: '<b>By</b>',
  section: '</p>',
  dateline: '=1',
  note: '</p><script>',
  change: 'retraction',
  number: 3,
  history: [
    {
      number: 1,
      change: 'first',
      note: '',
      publishedAt: '2026-05-03T05:00:00.000Z',
      hash: 'b'.repeat(64),
    },
    {
      number: 2,
      change: 'update',
      note: '*new* <i>facts</i>',
      publishedAt: '2026-05-03T06:00:00.000Z',
      hash: 'c'.repeat(64),
    },
  ],
}

/** Words that would be something else in every format, if a format let them. */
export function hostileVersion(): Version {
  const name = '<img src=x onerror=alert(1)> "Ann" \u202EO\u2019Neil'
  const evil = source(name, {
    description: '=HYPERLINK("x")</p></li></ol>',
    url: 'javascript:alert(1)',
  })
  const odd = source('-- odd | name `x`', {
    kind: 'webPage',
    url: 'https://x.example/?a=1&b="><script>#\'',
  })
  const cited = HOSTILE_TEXTS.map((text, at) =>
    block('paragraph', [
      fact(
        text,
        at % 2 ? 'disputed' : 'confirmed',
        [
          { source: evil.name, quote: text, at: ['cell', '=1+1"><script>'] },
          { source: odd.name, relation: 'contradicts', quote: '</q></div>' },
        ],
        [text],
      ),
      said(text),
    ]),
  )
  return versionOf({
    sources: [evil, odd],
    blocks: [
      block('headline', [said('</title><script>alert("h")</script> & \u{1F6A2}')]),
      block('standfirst', [said('"><svg onload=alert(2)>')]),
      block(
        'paragraph',
        [said('Bold and link cross here. And go on there, \u{1D538}!')],
        [
          { kind: 'bold', words: 'and link cross here. And' },
          { kind: 'link', words: 'link cross', href: 'https://x.example/"><script>' },
          { kind: 'italic', words: 'cross here. And go' },
          { kind: 'link', words: 'go on there', href: 'javascript:alert(3)' },
        ],
      ),
      ...cited,
    ],
    version: FACTS,
  })
}
