import type { Version } from '#lib/domain/publication/version.ts'
import { block, fact, said, source, versionOf } from './version-builder.ts'
import { smallVersion } from './version-small.ts'

/** The small article as it was first published, and as it was corrected. */
export function correctedArticle(): readonly Version[] {
  const corrected = smallVersion()
  const before = (text: string) => text.replace('found 47 of the 112', 'found 52 of the 112')
  const first: Version = {
    ...corrected,
    number: 1,
    change: 'first',
    note: '',
    publishedAt: corrected.firstPublishedAt,
    blocks: corrected.blocks.map((each) => ({ ...each, text: before(each.text) })),
    sentences: corrected.sentences.map((each) =>
      before(each.text) === each.text
        ? each
        : { ...each, text: before(each.text), id: 's-0123456789ab' },
    ),
  }
  return [first, corrected]
}

/** The same, with what was published withdrawn. */
export function retractedArticle(): readonly Version[] {
  const [first, corrected] = correctedArticle()
  if (!first || !corrected) throw new Error('There is nothing to retract')
  const slug = 'retracted-nights'
  const note = 'The log on which it rests was forged. We should have seen it.'
  return [
    { ...first, slug },
    { ...corrected, slug, change: 'retraction', note },
  ]
}

const RTL_SOURCES = [
  source('سجل الميناء', {
    description: 'من يناير إلى أبريل 2026',
    url: 'https://port.example/log-2026.pdf',
  }),
  source('Northline Ferries', { kind: 'organisation', description: 'E-mail, 19 April 2026' }),
  source('منى حداد', { kind: 'person', description: 'ممرضة في الجزيرة' }),
]

/** An article that is read from right to left, with figures, names and a quotation from the other side in it. */
export function rightToLeftArticle(): Version {
  const [log, line, nurse] = ['سجل الميناء', 'Northline Ferries', 'منى حداد'] as const
  return versionOf({
    sources: RTL_SOURCES,
    blocks: [
      block('headline', [
        fact('العبّارة بقيت في الميناء 63 ليلة والفواتير صُرفت كاملة', 'confirmed', [
          { source: log, at: ['page', '2–40'] },
        ]),
      ]),
      block('standfirst', [said('دفعت المدينة ثمن 212 رحلة لا أثر لها في السجل.')]),
      block('paragraph', [
        fact(
          'بين سبتمبر ويوليو دفعت المدينة إلى شركة Northline Ferries ثمن 212 رحلة.',
          'confirmed',
          [{ source: log, quote: 'لا مغادرة. الطقس جيد.', at: ['page', '11'] }],
        ),
        fact('وتقول الشركة إن الضباب أبقى 171 منها في الميناء.', 'disputed', [
          { source: line, quote: '171 departures were cancelled because of fog.' },
          { source: log, relation: 'contradicts', at: ['page', '14'] },
        ]),
      ]),
      block('quote', [
        fact('«أحتفظ بحقيبة جاهزة عند الباب.»', 'likely', [
          { source: nurse, at: ['timestamp', '21:07'] },
        ]),
      ]),
      block('paragraph', [
        fact(
          'ولم يتضح بعد من وقّع على الفواتير.',
          'unconfirmed',
          [{ source: nurse }],
          ['لم نتمكن من رؤية الدفاتر.'],
        ),
      ]),
    ],
    version: {
      slug: 'ferry-nights',
      lang: 'ar',
      byline: 'ليلى منصور',
      section: 'الساحل',
      dateline: 'ميرو',
    },
  })
}

const CJK_SOURCES = [
  source('港湾局の運航記録', {
    description: '2025年9月から2026年7月まで',
    url: 'https://port.example/log-2026.pdf',
  }),
  source('Northline Ferries', { kind: 'organisation', description: '電子メール、2026年4月19日' }),
]

/** An article without spaces between its words, with names and figures in other letters. */
export function unspacedArticle(): Version {
  const [log, line] = ['港湾局の運航記録', 'Northline Ferries'] as const
  const [bill, fog] = ['請求書はすべて支払われた', '霧のために欠航した'] as const
  return versionOf({
    sources: CJK_SOURCES,
    blocks: [
      block('headline', [
        fact(`連絡船は63夜にわたって港にとどまり、${bill}`, 'confirmed', [
          { source: log, at: ['page', '2–40'] },
        ]),
      ]),
      block('standfirst', [said('市は、運航記録にない212便の料金を支払っていた。')]),
      block('paragraph', [
        fact(
          '9月から7月までの間に、市はNorthline Ferries社に対して、運航記録のどこにも出発が記されていない212便の料金を、問い合わせることなく全額支払っていた。',
          'confirmed',
          [{ source: log, quote: '出発なし。天候良好。', at: ['page', '11'] }],
        ),
        fact(`同社によれば、そのうち171便は${fog}という。`, 'disputed', [
          { source: line, quote: '171 departures were cancelled because of fog.' },
          { source: log, relation: 'contradicts', at: ['page', '14'] },
        ]),
      ]),
      block('subhead', [said('島の人びと')]),
      block('quote', [said('「かばんはいつも戸口に置いてあります。」')]),
      block('paragraph', [
        fact(
          '誰が請求書に署名したのかは、まだわかっていない。',
          'unconfirmed',
          [{ source: line }],
          ['帳簿を見ることはできなかった。'],
        ),
      ]),
    ],
    version: {
      slug: 'renrakusen',
      lang: 'ja',
      byline: '森 由紀',
      section: '沿岸',
      dateline: '美呂',
    },
  })
}
