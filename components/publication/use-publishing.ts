'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { fromLocalInput, type TimeWords, useTimeWords } from '#components/ui/time-words.ts'
import type { Words } from '#components/ui/words.ts'
import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'
import {
  type Answer,
  blockersOf,
  type InSpite,
  type Seen,
  warningsIn,
} from '#lib/collab/browser/api.ts'
import type { CorrectionWish } from '#lib/domain/publication/correction.ts'
import type { Blocker } from '#lib/domain/publication/gate.ts'
import { besideOf } from '#lib/domain/publication/seen.ts'
import type { Change } from '#lib/domain/publication/version.ts'
import { overrideControl } from './override-control.ts'
import type { PublishDraft } from './publish-draft.ts'
import {
  type CorrectionInput,
  correctionOwed,
  noteOwed,
  obstaclesTo,
  type PublishInput,
} from './publish-form.ts'
import type { PublishedVersion } from './published-view.tsx'
import type { PublishGate } from './use-publish-gate.ts'

/** What the server said no to, and what it found in the way. */
interface Refusal {
  readonly words: string
  readonly blockers: readonly Blocker[]
}

const seenIn = ({ facts, statuses, content }: ArticleModel): Seen => ({
  after: facts.versions.at(-1)?.number ?? 0,
  seen: statuses.map(({ fingerprint }) => fingerprint),
  beside: besideOf(content),
})

/** Publishes at once, or sets the time for it. */
async function send(
  actions: ArticleActions,
  { change, note, correction, when }: PublishInput & { readonly change: Change },
  seen: Seen,
  inSpite: InSpite,
  t: Words<'publishing'>,
  time: TimeWords,
): Promise<Answer<{ readonly published: PublishedVersion | null; readonly words: string }>> {
  const at = when === null ? null : fromLocalInput(when)
  if (at !== null) {
    const answer = await actions.schedule({
      at,
      change,
      note,
      reasons: inSpite.reasons,
      ...{ seen: seen.seen, beside: seen.beside },
    })
    if (!answer.ok) return answer
    return {
      ok: true,
      value: { published: null, words: t('saysSet', { time: time.appointed(at) }) },
    }
  }
  const told = change === 'correction' ? { note, correction: toldIn(correction) } : { note }
  const answer = await actions.publish(change, told, seen, inSpite)
  if (!answer.ok) return answer
  const words = t('saysPublished', { number: answer.value.number })
  return { ok: true, value: { published: answer.value, words } }
}

/** Where no sentence is chosen the server finds those that changed. */
function toldIn({ wrong, right, sentences }: CorrectionInput): CorrectionWish {
  return { wrong: wrong.trim(), right: right.trim(), ...(sentences && { sentences }) }
}

/** What the server found is shown until the page knows more than it did then. */
function useRefusal(statuses: ArticleModel['statuses']) {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of the statuses that counts
  useEffect(() => setRefusal((known) => known && { ...known, blockers: [] }), [statuses])
  return [refusal, setRefusal] as const
}

/** The act itself, and what the server said no to. */
function useSubmission(model: ArticleModel, actions: ArticleActions, { learn }: PublishGate) {
  const t = useTranslations('publishing')
  const time = useTimeWords()
  const [refusal, setRefusal] = useRefusal(model.statuses)
  const [isBusy, setBusy] = useState(false)
  // What was to be seen when the dialog opened: what came since is named before it is published.
  const [seen, setSeen] = useState(() => seenIn(model))
  const submit = async (asked: Parameters<typeof send>[1], inSpite: InSpite) => {
    setBusy(true)
    setRefusal(null)
    const sent = await send(actions, asked, seen, inSpite, t, time)
    setBusy(false)
    if (sent.ok) return sent.value
    if (sent.status === 409) setSeen(seenIn(model))
    learn(warningsIn(sent))
    setRefusal({ words: sent.message, blockers: blockersOf(sent) })
    return null
  }
  return { refusal, isBusy, submit }
}

/** The state of the publish dialog. */
export function usePublishing(
  model: ArticleModel,
  actions: ArticleActions,
  { draft, gate }: PublishingProps,
) {
  const t = useTranslations('publishing')
  const { facts } = model
  const { input, change } = draft
  const kind = input.change
  const [published, setPublished] = useState<PublishedVersion | null>(null)
  const { refusal, isBusy, submit } = useSubmission(model, actions, gate)
  const [wasTried, setTried] = useState(false)
  const blockers = refusal?.blockers.length ? refusal.blockers : model.blockers
  const overrides = overrideControl(model, blockers, input.when === null, draft)
  const { control: warnings } = gate
  const obstacles = obstaclesTo(t, model, input, overrides.leftOf(model.blockers), warnings.left)
  const isRetraction = kind === 'retraction'

  const publish = async () => {
    if (isBusy) return
    setTried(true)
    if (obstacles.length || !kind) return actions.announce(obstacles.join(' '))
    const inSpite = { overrides: overrides.wishes, reasons: warnings.wishes }
    const asked = { ...input, change: kind, note: input.note.trim() }
    const sent = await submit(asked, isRetraction ? NOTHING : inSpite)
    if (!sent) return
    if (sent.published) draft.clear()
    else change({ ...input, note: '', when: null })
    setPublished(sent.published)
    actions.announce(sent.words)
  }
  return {
    ...{ input, change, published, isBusy, isRetraction, obstacles, blockers, overrides, warnings },
    number: facts.versions.length + 1,
    refusal: refusal?.words ?? null,
    correctionErrors: wasTried ? correctionOwed(t, input.correction) : null,
    noteError: wasTried && !input.note.trim() ? noteOwed(t, facts, kind) : null,
    publish: () => void publish(),
  }
}

const NOTHING: InSpite = { overrides: [], reasons: [] }

interface PublishingProps {
  readonly draft: PublishDraft
  readonly gate: PublishGate
}
