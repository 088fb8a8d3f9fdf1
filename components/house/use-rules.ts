'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import { policyApi, type ShownEffect, type ShownPolicy } from '#lib/collab/browser/policy-api.ts'
import type { ApproverPolicy, ApproverRule } from '#lib/domain/review/approvers.ts'

/** A rule in the form; the key is for the list alone. */
export type FormRule = ApproverRule & { readonly key: number }

const NEW: ApproverRule = { kind: 'allegation', section: null, approvers: 2 }

/** The rules as they are written, what they would do, and saving them. */
export function useRules(first: ShownPolicy) {
  const t = useTranslations('rules')
  const [known, setKnown] = useState(first)
  const [effect, setEffect] = useState<ShownEffect | null>(null)
  const [trouble, setTrouble] = useState('')
  const [isBusy, setBusy] = useState(false)
  const draft = useDraft(first.approvers, () => setEffect(null))
  const { written } = draft
  const during = async (work: () => Promise<void>) => {
    if (isBusy) return
    setBusy(true)
    setTrouble('')
    await work()
    setBusy(false)
  }
  const save = async () => {
    // Looked at first, unless it was: rules reach into articles that nobody has open just now.
    if (!effect && !(await changesNothing())) return
    const answer = await policyApi.change(known.version, written)
    if (answer.ok) {
      setKnown(answer.value)
      setEffect(null)
      return announce(t('saved'))
    }
    setTrouble(answer.message)
    setEffect(null)
    // What the other wrote is shown, and the next save is made knowing it.
    const theirs = answer.status === 409 ? await policyApi.show() : null
    if (theirs?.ok) setKnown(theirs.value)
  }
  const preview = async () => {
    const answer = await policyApi.effect(written)
    if (answer.ok) setEffect(answer.value)
    else setTrouble(answer.message)
    return answer
  }
  const changesNothing = async () => {
    const answer = await preview()
    return answer.ok && answer.value.gain === 0 && answer.value.lose === 0
  }
  return {
    ...draft,
    ...{ effect, trouble, isBusy, known },
    /** What holds now, when it is not what is written. */
    theirs: trouble && known !== first ? known : null,
    isChanged: JSON.stringify(written) !== JSON.stringify(known.approvers),
    preview: () => void during(async () => void (await preview())),
    save: () => void during(save),
  }
}

/** What is written in the form. */
function useDraft(first: ApproverPolicy, onChange: () => void) {
  const [everywhere, setEverywhere] = useState(first.everywhere)
  const [rules, setRules] = useState<readonly FormRule[]>(() => keyed(first.rules))
  const written: ApproverPolicy = {
    everywhere,
    rules: rules.map(({ kind, section, approvers }) => ({ kind, section, approvers })),
  }
  const replace = (next: readonly FormRule[]) => {
    onChange()
    setRules(next)
  }
  return {
    ...{ everywhere, rules, written },
    setEverywhere: (count: number) => {
      onChange()
      setEverywhere(count)
    },
    set: (key: number, part: Partial<ApproverRule>) =>
      replace(rules.map((rule) => (rule.key === key ? { ...rule, ...part } : rule))),
    add: () => replace([...rules, ...keyed([NEW], nextKey(rules))]),
    remove: (key: number) => replace(rules.filter((rule) => rule.key !== key)),
  }
}

export type Rules = ReturnType<typeof useRules>

function keyed(rules: readonly ApproverRule[], from = 0): readonly FormRule[] {
  return rules.map((rule, at) => ({ ...rule, key: from + at }))
}

function nextKey(rules: readonly FormRule[]): number {
  return Math.max(-1, ...rules.map(({ key }) => key)) + 1
}
