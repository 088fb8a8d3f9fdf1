import { describe, expect, it } from 'vitest'
import { importDocx } from '#lib/domain/drafts/import-docx.ts'
import { readNote } from '#lib/domain/drafts/note-form.ts'
import { planEvidence } from '#lib/domain/drafts/plan-evidence.ts'
import { parseXml } from '#lib/domain/drafts/xml.ts'
import type { Version } from '#lib/domain/publication/version.ts'
import { shownBlocks, shownNotes } from '#lib/testing/docx-builder.ts'
import { block, fact, said, source, versionOf } from '#lib/testing/version-builder.ts'
import { hostileVersion } from '#lib/testing/version-hostile.ts'
import { largeVersion } from '#lib/testing/version-large.ts'
import { smallVersion } from '#lib/testing/version-small.ts'
import { docx, docxParts } from './docx.ts'

function readBack(version: Version) {
  const draft = importDocx(docx.render(version), 'accept', () => 'b')
  if (!draft.ok) throw new Error(draft.failure.message)
  return draft.value
}

/** Of each sentence that cites something what it cites, in order: as a version has it. */
function citedIn(version: Version) {
  return version.sentences
    .filter(({ citations }) => citations.length)
    .map(({ text, citations }) => ({
      text,
      cited: citations.map(({ source: at, relation, locator, quote }) => {
        const { name, url } = version.sources[at]!
        return { name, url, relation, locator, quote }
      }),
    }))
}

/** The same, as its document says it. */
function citedBack({ blocks, notes }: ReturnType<typeof readBack>) {
  const { sources, annotations } = planEvidence(blocks, notes, 'en', () => 'a')
  return annotations
    .filter(({ citations }) => citations.length)
    .map(({ sentence, citations }) => ({
      text: sentence?.text,
      cited: citations.map(({ source: at, relation, locator, quote }) => {
        const { title, url } = sources[at]!
        return { name: title, url, relation, locator, quote }
      }),
    }))
}

const version = versionOf({
  blocks: [
    block('headline', [said('The roof leaks')]),
    block('standfirst', [said('Two years after the repair')]),
    block(
      'paragraph',
      [
        fact('It rained.', 'confirmed', [
          { source: 'Contract', at: ['page', '7'], quote: 'all copper' },
          { source: 'Log of the caretaker' },
        ]),
        fact(
          'It leaks.',
          'likely',
          [{ source: 'Contract', at: ['page', '9'], relation: 'contradicts' }],
          ['We asked.'],
        ),
      ],
      [
        { kind: 'bold', words: 'rained' },
        { kind: 'link', words: 'leaks', href: 'https://a.example/?a=1&b=2' },
      ],
    ),
    block('subhead', [said('Why')]),
    block('quote', [said('We knew.')]),
    block('bullet', [said('One')]),
    block('numbered', [said('Two')]),
    block('caption', [said('A roof')]),
  ],
  sources: [source('Contract', { url: 'https://city.example/contract.pdf' })],
})

describe('a document of a word processor', () => {
  it('[FMT13] has the text, and a footnote for each citation at the end of its sentence', () => {
    const draft = readBack(version)
    expect(shownBlocks(draft.blocks)).toEqual([
      'headline: The roof leaks',
      'standfirst: Two years after the repair',
      'paragraph: It [b:rained]. It [<https://a.example/?a=1&b=2>:leaks].',
      'subhead: Why',
      'quote: We knew.',
      'bullet: One',
      'numbered: Two',
      'caption: A roof',
    ])
    const address = 'https://city.example/contract.pdf'
    expect(shownNotes(draft)).toEqual([
      `footnote after “It rained.”: Contract, p. 7: “all copper”, [${address}](${address})`,
      'footnote after “It rained.”: Log of the caretaker.',
      `footnote after “d. It leaks.”: Contradicts: Contract, p. 9, [${address}](${address})`,
      'footnote after “d. It leaks.”: Note to readers: We asked.',
    ])
    expect(citedBack(draft)).toEqual(citedIn(version))
    expect(readNote(draft.notes[3]!.runs).publicNote).toBe('We asked.')
  })

  it('[FMT13] says what is not confirmed, and that it was corrected, in signs that do not read back', () => {
    const corrected = { ...version, change: 'correction', note: 'The year was wrong.' } as const
    const { 'word/document.xml': xml = '' } = docxParts(corrected)
    expect(xml).toContain('The year was wrong.')
    expect(xml).toContain(' (likely)')
    expect(shownBlocks(readBack(corrected).blocks)).toEqual(shownBlocks(readBack(version).blocks))
  })

  it.each([
    ['small', smallVersion],
    ['hostile', hostileVersion],
    ['large', largeVersion],
  ])(
    '[FMT2] the %s version is well-formed in every part, with every footnote in its place',
    (_, make) => {
      const written = make()
      for (const xml of Object.values(docxParts(written)))
        expect(parseXml(new TextEncoder().encode(xml)).ok).toBe(true)
      const { notes } = readBack(written)
      const citations = written.sentences.flatMap((sentence) => [
        ...sentence.citations,
        ...sentence.publicNotes,
      ])
      expect(notes.filter(({ place }) => place === null)).toEqual([])
      expect(notes).toHaveLength(citations.length)
    },
  )
})
