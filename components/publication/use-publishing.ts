'use client'
import { useEffect, useState } from 'react'
import { appointedTime, fromLocalInput } from '#components/ui/time-words.ts'
import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'
import { type Answer, blockersOf, type Seen } from '#lib/collab/browser/api.ts'
import type { Blocker } from '#lib/domain/publication/gate.ts'
import type { OverrideWish } from '#lib/domain/publication/overrides.ts'
import type { Change } from '#lib/domain/publication/version.ts'
import { canSchedule, noteOwed, obstaclesTo, type PublishInput } from './publish-form.ts'
import type { PublishedVersion } from './published-view.tsx'
import { useOverrides } from './use-overrides.ts'

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

/** Publishes at once, or sets the time for it. */
async function send(
  actions: ArticleActions,
  { change, note, when }: PublishInput & { readonly change: Change },
  seen: Seen,
  overrides: readonly OverrideWish[],
): Promise<Answer<{ readonly published: PublishedVersion | null; readonly words: string }>> {
  const at = when === null ? null : fromLocalInput(when)
  if (at !== null) {
    const answer = await actions.schedule({ at, change, note, seen: seen.seen })
    if (!answer.ok) return answer
    return { ok: true, value: { published: null, words: `It is set for ${appointedTime(at)}.` } }
  }
  const answer = await actions.publish(change, note, seen, overrides)
  if (!answer.ok) return answer
  const words = `Version ${answer.value.number} is published.`
  return { ok: true, value: { published: answer.value, words } }
}

/** What is asked for. A time goes only with what can wait for one. */
function useInput(facts: ArticleModel['facts'], { note, onNote }: Note) {
  const [kind, setKind] = useState<Change | null>(facts.versions.length ? null : 'first')
  const [time, setTime] = useState<string | null>(null)
  const when = canSchedule(facts, kind) ? time : null
  const input: PublishInput = { change: kind, note, when }
  const change = (next: PublishInput) => {
    setKind(next.change)
    setTime(next.when)
    onNote(next.note)
  }
  return { input, change }
}

/** What the server found is shown until the page knows more than it did then. */
function useRefusal(statuses: ArticleModel['statuses']) {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of the statuses that counts
  useEffect(() => setRefusal((known) => known && { ...known, blockers: [] }), [statuses])
  return [refusal, setRefusal] as const
}

/** The state of the publish dialog, and the act itself. */
export function usePublishing(
  model: ArticleModel,
  actions: ArticleActions,
  { note, onNote }: Note,
) {
  const { facts, statuses } = model
  const { input, change } = useInput(facts, { note, onNote })
  const kind = input.change
  const [published, setPublished] = useState<PublishedVersion | null>(null)
  const [refusal, setRefusal] = useRefusal(statuses)
  const [isBusy, setBusy] = useState(false)
  const [wasTried, setTried] = useState(false)
  // What was to be seen when the dialog opened: what came since is named before it is published.
  const [seen, setSeen] = useState(() => seenIn(model))
  const inTheWay = refusal?.blockers.length ? refusal.blockers : model.blockers
  const overrides = useOverrides(model, inTheWay)
  const obstacles = obstaclesTo(model, input, overrides.leftOf(model.blockers))
  const owed = wasTried && !note.trim() ? noteOwed(facts, kind) : null

  const publish = async () => {
    if (isBusy) return
    setTried(true)
    if (obstacles.length || !kind) return actions.announce(obstacles.join(' '))
    setBusy(true)
    setRefusal(null)
    const asked = { ...input, change: kind, note: note.trim() }
    const sent = await send(actions, asked, seen, overrides.wishes)
    setBusy(false)
    if (!sent.ok) {
      if (sent.status === 409) setSeen(seenIn(model))
      return setRefusal({ words: sent.message, blockers: blockersOf(sent) })
    }
    change({ ...input, note: '', when: null })
    setPublished(sent.value.published)
    actions.announce(sent.value.words)
  }
  return {
    input,
    published,
    isBusy,
    isRetraction: kind === 'retraction',
    obstacles,
    number: facts.versions.length + 1,
    blockers: inTheWay,
    overrides,
    refusal: refusal?.words ?? null,
    noteError: owed,
    change,
    publish: () => void publish(),
  }
}
