import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import { lookUp, lookUpFile, type Start } from '#lib/collab/browser/look-up.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import { givenIn } from '#lib/domain/sourcing/given.ts'

export type GivenBox = ReturnType<typeof useGiven>

const EMPTY: Start = {
  ...{ kind: 'webPage', title: '', description: '', url: null, csl: null },
  ...{ file: null, found: [], trouble: '' },
}

/** The one box for a source: what was given is looked up, and becomes what a form begins with. */
export function useGiven() {
  const t = useTranslations('sourceForm')
  const [start, setStart] = useState<Start | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  // What was left meanwhile is not waited for.
  const run = useRef(0)
  useEffect(() => () => void run.current++, [])
  const leave = () => {
    run.current++
    setBusy(false)
    setTrouble('')
    setStart(null)
  }
  const take = async (task: () => Promise<Result<Start>>) => {
    if (isBusy) return
    const mine = ++run.current
    setBusy(true)
    setTrouble('')
    announce(t('saysLookingUp'))
    const result = await task()
    if (mine !== run.current) return
    setBusy(false)
    if (result.ok) setStart(result.value)
    else setTrouble(result.failure.message)
  }
  return {
    ...{ start, isBusy, trouble, leave },
    begin: (from: Partial<Start> = {}) => setStart({ ...EMPTY, ...from }),
    refuse: setTrouble,
    giveFiles: (files: readonly File[]) => void take(() => lookUpFile(files)),
    giveText: (typed: string) => {
      const given = givenIn(typed)
      if (given.ok) void take(async () => ok(await lookUp(given.value)))
      else setTrouble(given.failure.message)
    },
  }
}
