import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { importDocx } from '#lib/domain/drafts/import-docx.ts'
import type { Changes } from '#lib/domain/text/document-file.ts'
import { proposalsOf } from '#lib/domain/text/proposals.ts'
import { saidByOf, settleProposals } from '#lib/editor/settle-proposals.ts'
import { docxOf, p, r } from '#lib/testing/docx-builder.ts'
import { DocumentReader } from './document-reader.ts'
import { foldDocument } from './fold-document.ts'
import { seedUpdate } from './seed-document.ts'

const change = fc.constantFrom('', 'ins', 'del')
const style = fc.constantFrom('', 'Quote', 'heading2')
const by = fc.constantFrom('Kim', 'Ida')

const run = fc.record({ words: fc.constantFrom('Rain', 'Snow', 'Ice'), change, by, bold: change })
const paragraph = fc.record({
  runs: fc.array(run, { maxLength: 3 }),
  end: change,
  by,
  style,
  was: fc.option(style, { nil: null }),
})

type Paragraph = typeof paragraph extends fc.Arbitrary<infer T> ? T : never

function runXml({ words, change: kind, by: author, bold }: Paragraph['runs'][number]): string {
  const change = (before: string) =>
    `<w:rPrChange w:author="${author}"><w:rPr>${before}</w:rPr></w:rPrChange>`
  const look = { '': '', ins: `<w:b/>${change('')}`, del: change('<w:b/>') }[bold]
  const text = kind === 'del' ? 'delText' : 't'
  const xml = `<w:r><w:rPr>${look}</w:rPr><w:${text}>${words}</w:${text}></w:r>`
  return kind ? `<w:${kind} w:author="${author}">${xml}</w:${kind}>` : xml
}

function paragraphXml({ runs, end, by: author, style: id, was }: Paragraph): string {
  const styled = (one: string) => one && `<w:pStyle w:val="${one}"/>`
  const mark = end && `<w:rPr><w:${end} w:author="${author}"/></w:rPr>`
  const before =
    was === null
      ? ''
      : `<w:pPrChange w:author="${author}"><w:pPr>${styled(was)}</w:pPr></w:pPrChange>`
  return `<w:p><w:pPr>${styled(id)}${mark}${before}</w:pPr>${runs.map(runXml).join('')}</w:p>`
}

const STYLES = [
  '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="heading2"><w:name w:val="heading 2"/></w:style>',
].join('')

function documentOf(paragraphs: readonly Paragraph[], changes: Changes) {
  let next = 0
  const bytes = docxOf({ body: paragraphs.map(paragraphXml).join(''), styles: STYLES })
  const draft = importDocx(bytes, changes, () => `b${next++}`)
  if (!draft.ok) throw new Error(draft.failure.message)
  const doc = foldDocument()
  Y.applyUpdate(doc, seedUpdate(draft.value.blocks, {}, [], 'ada').update)
  return { doc, report: draft.value.report }
}

/** What readers have, paragraph by paragraph. Empty ones are none. */
function readersText(doc: Y.Doc): readonly string[] {
  return new DocumentReader(doc).content.blocks.flatMap((block) => {
    if (block.type !== 'text' || !block.text) return []
    const bold = block.formats.filter(({ kind }) => kind === 'bold')
    const isBold = (at: number) => bold.some(({ from, to }) => from <= at && at < to)
    const shown = [...block.text].map((letter, at) => (isBold(at) ? letter.toUpperCase() : letter))
    return [`${block.role}: ${shown.join('')}`]
  })
}

it('[IMP7, SUG1, SUG3] kept as suggestions, a document reads as with all of them rejected, and accepted as with all accepted', () => {
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 6 }), (paragraphs) => {
      const rejected = readersText(documentOf(paragraphs, 'reject').doc)
      const accepted = readersText(documentOf(paragraphs, 'accept').doc)
      const { doc, report } = documentOf(paragraphs, 'suggest')
      expect(readersText(doc)).toEqual(rejected)
      const again = documentOf(paragraphs, 'suggest').doc
      settleProposals(again, new DocumentReader(again).flat, () => true, 'reject')
      expect(readersText(again)).toEqual(rejected)
      settleProposals(doc, new DocumentReader(doc).flat, () => true, 'accept')
      expect(readersText(doc)).toEqual(accepted)
      expect(new DocumentReader(doc).content.blocks.every(hasNoProposal)).toBe(true)
      expect(report.changes.settled).toBeLessThanOrEqual(report.changes.formatting)
    }),
    { numRuns: 200 },
  )
})

const hasNoProposal = (block: { type: string; proposals?: readonly unknown[] }) =>
  !block.proposals?.length

it('[IMP11] whom the document names stands beside the suggestion, and whoever brought it proposes it', () => {
  const body = p('It cost ', `<w:ins w:author="Ruben  Marsh">${r('412')}</w:ins>`, ' million.')
  const draft = importDocx(docxOf({ body }), 'suggest', () => 'b')
  if (!draft.ok) throw new Error(draft.failure.message)
  const doc = foldDocument()
  Y.applyUpdate(doc, seedUpdate(draft.value.blocks, {}, [], 'ada').update)
  const [proposal] = proposalsOf(new DocumentReader(doc).content.blocks)
  expect(proposal?.personId).toBe('ada')
  expect(saidByOf(doc, proposal?.id ?? '')).toBe('Ruben Marsh')
  expect(saidByOf(doc, 'ada.1')).toBe('')
})
