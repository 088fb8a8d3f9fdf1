import { expect, it } from 'vitest'
import { rowsAfter } from '#db/repositories/update-log.ts'
import { setAnnotation } from '#lib/collab/edit-document.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { importDocx } from '#lib/domain/drafts/import-docx.ts'
import { wordsIn } from '#lib/domain/drafts/note-form.ts'
import { planEvidence } from '#lib/domain/drafts/plan-evidence.ts'
import { docx } from '#lib/domain/formats/docx.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { ClientDoc } from '#lib/testing/client-doc.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { draftFile } from '#lib/testing/docx-builder.ts'
import { createArticle } from './create-article.ts'
import { publishVersion } from './publish-version.ts'
import { readPublished } from './read-published.ts'

interface CitedNote {
  readonly sentence: string | undefined
  readonly words: string
}

/** Each footnote and endnote with its sentence. A document says the address of a source in one form. */
function notesIn(bytes: Uint8Array): readonly CitedNote[] {
  const draft = importDocx(bytes, 'accept', () => '')
  if (!draft.ok) throw new Error(draft.failure.message)
  const { blocks, notes } = draft.value
  return notes
    .filter(({ kind }) => kind !== 'comment')
    .map((note) => {
      const [annotation] = planEvidence(blocks, [note], 'en', () => '').annotations
      const words = wordsIn(note.runs).replace(/[?&]utm_source=mail$/, '')
      return { sentence: annotation?.sentence?.text, words }
    })
}

withSharedDatabase('a document in, published, a document out', (open) => {
  /** What the panel writes when somebody says how confident they are: one key of the record that the import made. */
  const confirm = async (
    desk: Desk,
    id: string,
    actor: Actor,
    cited: readonly SentenceStatus[],
  ) => {
    const rows = await rowsAfter(open().handle, id, 0)
    const tab = new ClientDoc(7, ...rows.map(({ update }) => update))
    const update = tab.change((doc) => {
      for (const { annotations } of cited)
        for (const { id: annotationId } of annotations) {
          const record = { confidence: 'confirmed' }
          setAnnotation(doc, [], { id: annotationId, span: null, record, replace: false })
        }
    })
    await desk.rooms.receive(id, { personId: actor.id, sessionId: null }, update)
  }

  it('[IMP10, FMT13] every footnote is a citation on its sentence by the import alone, and the footnotes that go out are equal', async () => {
    const desk = new Desk(open())
    const [ada, rev, pia] = [
      await desk.person(['editor']),
      await desk.person(['reviewer']),
      await desk.person(['publisher']),
    ]
    const given = draftFile('ferry-libreoffice.docx')
    const asked = { format: 'docx', changes: 'accept', lang: 'en', headline: '' } as const
    const { id, slug } = must(await createArticle(desk.context, ada, { ...asked, bytes: given }))

    const statuses = await desk.statuses(ada, id)
    const cited = statuses.filter(({ annotations }) =>
      annotations.some(({ citations }) => citations.length),
    )
    const byNote = notesIn(given)
    expect(byNote).toHaveLength(4)
    expect(cited.map(({ sentence }) => sentence.text)).toEqual(
      byNote.map(({ sentence }) => sentence),
    )
    expect(
      cited.flatMap(({ annotations }) => annotations.flatMap(({ citations }) => citations)),
    ).toHaveLength(byNote.length)

    await confirm(desk, id, ada, cited)
    const rest = (await desk.statuses(ada, id)).filter(({ evidence }) => evidence === 'none')
    const items = rest.map(({ sentence: { index }, fingerprint }) => {
      return { index, fingerprint, kind: 'exempt', note: 'nothing to check', citations: [] }
    })
    await desk.annotate(ada, id, items)
    await desk.decide(rev, id, 'approve')
    must(await publishVersion(desk.context, pia, id, { change: 'first', note: 'No review.' }))
    await desk.restart()
    const { version } = must(await readPublished(desk.context, slug, 1))
    expect(notesIn(docx.render(version))).toEqual(byNote)
    await desk.stop()
  })
})
