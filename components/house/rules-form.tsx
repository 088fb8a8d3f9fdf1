'use client'
import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { When } from '#components/ui/when.tsx'
import type { Words } from '#components/ui/words.ts'
import type { ShownEffect, ShownPolicy } from '#lib/collab/browser/policy-api.ts'
import { type ApproverPolicy, MOST_APPROVERS } from '#lib/domain/review/approvers.ts'
import { KINDS, type Kind } from '#lib/domain/sourcing/annotation.ts'
import { type FormRule, type Rules, useRules } from './use-rules.ts'

/** How many reviewers a sentence needs, with what a change would do before it is saved. */
export function RulesForm({ policy }: { readonly policy: ShownPolicy }) {
  const t = useTranslations('rules')
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
      {rules.theirs && (
        <Notice>{t('theySay', { rules: inWords(t, rules.theirs.approvers) })}</Notice>
      )}
      <p>
        <span className="rule-words" aria-hidden="true">
          {t('everySentence')}
        </span>{' '}
        <Count value={rules.everywhere} label={t('everySentence')} onChange={rules.setEverywhere} />
      </p>
      <ul className="rule-list" aria-label={t('rules')}>
        {rules.rules.map((rule, at) => (
          <RuleRow key={rule.key} rule={rule} number={at + 1} rules={rules} />
        ))}
      </ul>
      <p className="hint">{t('severalFit')}</p>
      {rules.effect && <Effect effect={rules.effect} />}
      <RuleTools rules={rules} />
      {changed && (
        <p className="muted small">
          {t.rich('lastChanged', {
            name: changed.personName,
            who: (text) => <bdi>{text}</bdi>,
            when: () => <When at={changed.at} />,
          })}
        </p>
      )}
    </form>
  )
}

function RuleTools({ rules }: { readonly rules: Rules }) {
  const t = useTranslations('rules')
  return (
    <div className="tools">
      <button type="button" className="btn" onClick={rules.add}>
        <Icon name="plus" />
        {t('addRule')}
      </button>
      <span className="grow" />
      <button type="button" className="btn" aria-disabled={rules.isBusy} onClick={rules.preview}>
        {t('preview')}
      </button>
      <button
        type="submit"
        className="btn primary"
        aria-disabled={rules.isBusy || !rules.isChanged}
      >
        {t('save')}
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
  const t = useTranslations('rules')
  const kinds = useTranslations('evidence.kind')
  const set = (part: Partial<FormRule>) => rules.set(rule.key, part)
  return (
    <li>
      <select
        className="select"
        aria-label={t('ruleKind', { number })}
        value={rule.kind ?? ''}
        onChange={({ target }) => set({ kind: (target.value || null) as Kind | null })}
      >
        <option value="">{t('anyKind')}</option>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {kinds(kind)}
          </option>
        ))}
      </select>
      <input
        className="input"
        aria-label={t('ruleSection', { number })}
        placeholder={t('anySection')}
        maxLength={100}
        value={rule.section ?? ''}
        onChange={({ target }) => set({ section: target.value || null })}
      />
      <Count
        value={rule.approvers}
        label={t('ruleReviewers', { number })}
        onChange={(approvers) => set({ approvers })}
      />
      <button
        type="button"
        className="btn quiet icon"
        aria-label={t('removeRule', { number })}
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
  const t = useTranslations('rules')
  return (
    <select
      className="select"
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(Number(target.value))}
    >
      {Array.from({ length: MOST_APPROVERS }, (_, at) => at + 1).map((count) => (
        <option key={count} value={count}>
          {t('reviewers', { count })}
        </option>
      ))}
    </select>
  )
}

function Effect({ effect }: { readonly effect: ShownEffect }) {
  const t = useTranslations('rules')
  return <Notice>{effectWords(t, effect)}</Notice>
}

function effectWords(t: Words<'rules'>, { articles, gain, lose }: ShownEffect): string {
  if (gain && lose) return t('effectBoth', { articles, gain, lose })
  if (gain) return t('effectMore', { articles, gain })
  return lose ? t('effectLess', { articles, lose }) : t('noEffect', { articles })
}

function inWords(t: Words<'rules'>, { everywhere, rules }: ApproverPolicy): string {
  const words = rules.map(({ kind, section, approvers: count }) => {
    const what = t(`ofKind.${kind ?? 'any'}`)
    return section
      ? t('ruleInSectionNeeds', { what, section, count })
      : t('ruleNeeds', { what, count })
  })
  return words.reduce(
    (before, rule) => t('andRule', { before, rule }),
    t('everySentenceNeeds', { count: everywhere }),
  )
}
