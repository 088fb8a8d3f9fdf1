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
