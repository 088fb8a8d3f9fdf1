'use client'
import { useEffect, useState } from 'react'
import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'
import { blockersOf, type Seen } from '#lib/collab/browser/api.ts'
import type { Blocker } from '#lib/domain/publication/gate.ts'
import type { Change } from '#lib/domain/publication/version.ts'
import { noteOwed, obstaclesTo, type PublishInput } from './publish-form.ts'
import type { PublishedVersion } from './published-view.tsx'

interface Note {
  readonly note: string
  readonly onNote: (note: string) => void
}

/** What the server said no to, and what it found in the way. */
interface Refusal {
  readonly words: string
  readonly blockers: readonly Blocker[]
}

const seenIn = ({ facts, statuses }: ArticleModel): Seen => ({
  after: facts.versions.at(-1)?.number ?? 0,
  seen: statuses.map(({ fingerprint }) => fingerprint),
})

/** The state of the publish dialog, and the act itself. */
export function usePublishing(
  model: ArticleModel,
  actions: ArticleActions,
  { note, onNote }: Note,
) {
  const { facts, statuses } = model
  const [kind, setKind] = useState<Change | null>(facts.versions.length ? null : 'first')
  const [published, setPublished] = useState<PublishedVersion | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [wasTried, setTried] = useState(false)
  // What was to be seen when the dialog opened: what came since is named before it is published.
  const [seen, setSeen] = useState(() => seenIn(model))
  const input: PublishInput = { change: kind, note }
  const obstacles = obstaclesTo(model, input, model.blockers)
  const isRetraction = kind === 'retraction'
  const owed = wasTried && !note.trim() ? noteOwed(facts, kind) : null

  // What the server found is shown until the page knows more than it did then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of the statuses that counts
  useEffect(() => setRefusal((known) => known && { ...known, blockers: [] }), [statuses])

  const publish = async () => {
    if (isBusy) return
    setTried(true)
    if (obstacles.length || !kind) return actions.announce(obstacles.join(' '))
    setBusy(true)
    setRefusal(null)
    const answer = await actions.publish(kind, note.trim(), seen)
    setBusy(false)
    if (!answer.ok) {
      if (answer.status === 409) setSeen(seenIn(model))
      return setRefusal({ words: answer.message, blockers: blockersOf(answer) })
    }
    onNote('')
    setPublished(answer.value)
    actions.announce(`Version ${answer.value.number} is published.`)
  }
  return {
    input,
    published,
    isBusy,
    isRetraction,
    obstacles,
    number: facts.versions.length + 1,
    blockers: refusal?.blockers.length ? refusal.blockers : model.blockers,
    refusal: refusal?.words ?? null,
    noteError: owed,
    change: (next: PublishInput) => {
      setKind(next.change)
      onNote(next.note)
    },
    publish: () => void publish(),
  }
}
