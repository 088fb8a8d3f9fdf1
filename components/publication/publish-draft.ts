import { useState } from 'react'
import type { ArticleModel } from '#components/workspace/model.ts'
import { canSchedule, NO_CORRECTION, type PublishInput, type Reasons } from './publish-form.ts'
import { keyOf } from './warning-control.ts'

const NOTHING: PublishInput = { change: null, note: '', correction: NO_CORRECTION, when: null }

/** What was written in the publish dialog: it outlives a look at a sentence. */
export function usePublishDraft({ facts }: ArticleModel) {
  const isFirst = facts.versions.length === 0
  const [written, setWritten] = useState(NOTHING)
  const [reasons, onReasons] = useState(() => reasonsSet(facts))
  const change = isFirst ? 'first' : written.change === 'first' ? null : written.change
  const input: PublishInput = {
    ...{ ...written, change },
    // A time goes only with what can wait for one.
    when: canSchedule(facts, change) ? written.when : null,
  }
  return {
    input,
    change: setWritten,
    reasons,
    onReasons,
    clear: () => {
      setWritten(NOTHING)
      onReasons({})
    },
  }
}

export type PublishDraft = ReturnType<typeof usePublishDraft>

/** Those that were given with the time that is set, or that came to nothing. */
function reasonsSet({ schedule }: ArticleModel['facts']): Reasons['reasons'] {
  const given = (schedule?.reasons ?? []).flatMap(({ kind, fingerprints, reason }) =>
    fingerprints.map((fingerprint) => [keyOf({ kind, fingerprint }), reason]),
  )
  return Object.fromEntries(given)
}
