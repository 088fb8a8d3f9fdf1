'use client'
import { KIND_WORDS } from '#components/sourcing/words.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { When } from '#components/ui/when.tsx'
import type { ShownEffect, ShownPolicy } from '#lib/collab/browser/policy-api.ts'
import { type ApproverPolicy, MOST_APPROVERS } from '#lib/domain/review/approvers.ts'
import { KINDS, type Kind } from '#lib/domain/sourcing/annotation.ts'
import { type FormRule, type Rules, useRules } from './use-rules.ts'

/** How many reviewers a sentence needs, with what a change would do before it is saved. */
export function RulesForm({ policy }: { readonly policy: ShownPolicy }) {
  const rules = useRules(policy)
  const { changed } = rules.known
  return (
    <form
      className="rules"
      onSubmit={(event) => {
        event.preventDefault()
        rules.save()
      }}
    >
      {rules.trouble && <Notice tone="bad">{rules.trouble}</Notice>}
      {rules.theirs && <Notice>They say: {inWords(rules.theirs.approvers)}</Notice>}
      <p>
        <span className="rule-words" aria-hidden="true">
          Every sentence
        </span>{' '}
        <Count value={rules.everywhere} label="Every sentence" onChange={rules.setEverywhere} />
      </p>
      <ul className="rule-list" aria-label="Rules">
        {rules.rules.map((rule, at) => (
          <RuleRow key={rule.key} rule={rule} number={at + 1} rules={rules} />
        ))}
      </ul>
      <p className="hint">Of several that fit, the one that asks for most holds.</p>
      {rules.effect && <Effect effect={rules.effect} />}
      <RuleTools rules={rules} />
      {changed && (
        <p className="muted small">
          Last changed by <bdi>{changed.personName}</bdi>, <When at={changed.at} />
        </p>
      )}
    </form>
  )
}

function RuleTools({ rules }: { readonly rules: Rules }) {
  return (
    <div className="tools">
      <button type="button" className="btn" onClick={rules.add}>
        <Icon name="plus" />
        Add a rule
      </button>
      <span className="grow" />
      <button type="button" className="btn" aria-disabled={rules.isBusy} onClick={rules.preview}>
        What would change?
      </button>
      <button
        type="submit"
        className="btn primary"
        aria-disabled={rules.isBusy || !rules.isChanged}
      >
        Save
      </button>
    </div>
  )
}

interface RuleRowProps {
  readonly rule: FormRule
  readonly number: number
  readonly rules: Rules
}

function RuleRow({ rule, number, rules }: RuleRowProps) {
  const set = (part: Partial<FormRule>) => rules.set(rule.key, part)
  return (
    <li>
      <select
        className="select"
        aria-label={`Rule ${number}: kind`}
        value={rule.kind ?? ''}
        onChange={({ target }) => set({ kind: (target.value || null) as Kind | null })}
      >
        <option value="">Any kind</option>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {KIND_WORDS[kind]}
          </option>
        ))}
      </select>
      <input
        className="input"
        aria-label={`Rule ${number}: section`}
        placeholder="Any section"
        maxLength={100}
        value={rule.section ?? ''}
        onChange={({ target }) => set({ section: target.value || null })}
      />
      <Count
        value={rule.approvers}
        label={`Rule ${number}: reviewers`}
        onChange={(approvers) => set({ approvers })}
      />
      <button
        type="button"
        className="btn quiet icon"
        aria-label={`Remove rule ${number}`}
        onClick={() => rules.remove(rule.key)}
      >
        <Icon name="close" />
      </button>
    </li>
  )
}

interface CountProps {
  readonly value: number
  readonly label: string
  readonly onChange: (count: number) => void
}

function Count({ value, label, onChange }: CountProps) {
  return (
    <select
      className="select"
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(Number(target.value))}
    >
      {Array.from({ length: MOST_APPROVERS }, (_, at) => at + 1).map((count) => (
        <option key={count} value={count}>
          {reviewers(count)}
        </option>
      ))}
    </select>
  )
}

function Effect({ effect: { articles, gain, lose } }: { readonly effect: ShownEffect }) {
  const words = [
    gain ? `${counted(gain)} more in the way of publication` : '',
    lose ? `${counted(lose)} less` : '',
  ].filter(Boolean)
  return (
    <Notice>
      {words.length
        ? `Of ${openArticles(articles)} ${words.join(', ')}.`
        : `Nothing changes for ${openArticles(articles)}.`}
    </Notice>
  )
}

const counted = (count: number) => (count === 1 ? '1 has' : `${count} have`)
const openArticles = (count: number) => (count === 1 ? '1 open article' : `${count} open articles`)
const reviewers = (count: number) => (count === 1 ? '1 reviewer' : `${count} reviewers`)

function inWords({ everywhere, rules }: ApproverPolicy): string {
  const more = rules.map(({ kind, section, approvers }) => {
    const what = kind ? KIND_WORDS[kind].toLowerCase() : 'any kind'
    return `${what}${section ? ` in ${section}` : ''}: ${approvers}`
  })
  return [`every sentence: ${everywhere}`, ...more].join('; ')
}
