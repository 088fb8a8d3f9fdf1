'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { ListedPerson } from '#components/ui/people-list.tsx'
import { When } from '#components/ui/when.tsx'
import type { Knowledge } from '#lib/collab/browser/vault-api.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { AlreadyOut } from './already-out.tsx'
import { IdentityForm } from './identity-form.tsx'
import { OpenedIdentity } from './opened-identity.tsx'
import { useIdentity } from './use-identity.ts'

interface IdentitySectionProps {
  readonly source: Source
  readonly knowledge: Knowledge
  readonly mayEdit: boolean
  /** Who can be named to open it: everybody but the one who looks. */
  readonly people: readonly ListedPerson[]
}

/** Who a confidential source is: locked up, with who knows. */
export function IdentitySection({ source, knowledge, mayEdit, people }: IdentitySectionProps) {
  const t = useTranslations('identity')
  const { list } = useFormatter()
  const desk = useIdentity(source.id)
  const [isForm, setForm] = useState(false)
  const mayBegin = mayEdit && source.terms !== 'onRecord' && !knowledge.isLocked
  if (!knowledge.isLocked && !mayBegin) return null
  return (
    <section aria-labelledby="identity">
      <h2 id="identity">{t('title')}</h2>
      {knowledge.isLocked ? (
        <p className="known-to">
          <Icon name="lock" />
          <span>{t.rich('knownTo', { names: list(knowledge.knownTo), bdi })}</span>
        </p>
      ) : (
        <p className="muted">{t('canBeLocked')}</p>
      )}
      {desk.trouble && !desk.opened && !isForm && <Notice tone="bad">{desk.trouble}</Notice>}
      {desk.published && !desk.opened && !isForm && <AlreadyOut published={desk.published} />}
      <div className="tools">
        {knowledge.mayOpen && (
          <button
            type="button"
            className="btn"
            aria-disabled={desk.isBusy}
            onClick={() => void desk.open()}
          >
            <Icon name="lock" />
            {t('open')}
          </button>
        )}
        {mayBegin && (
          <button type="button" className="btn" onClick={() => setForm(true)}>
            <Icon name="lock" />
            {t('lockUp')}
          </button>
        )}
      </div>
      {knowledge.openings && <Openings openings={knowledge.openings} />}
      {desk.opened && !isForm && (
        <OpenedIdentity
          desk={desk}
          identity={desk.opened}
          isOwner={knowledge.isOwner}
          onEdit={() => setForm(true)}
        />
      )}
      {isForm && (
        <IdentityForm
          desk={desk}
          people={people}
          readers={knowledge.readers ?? []}
          onClose={() => setForm(false)}
        />
      )}
    </section>
  )
}

function Openings({ openings }: { readonly openings: NonNullable<Knowledge['openings']> }) {
  const t = useTranslations('identity')
  if (!openings.length) return <p className="muted small">{t('notOpened')}</p>
  return (
    <details className="openings">
      <summary>
        <span>
          {t.rich('opened', {
            count: openings.length,
            name: openings[0]?.personName ?? '',
            bdi,
          })}
        </span>
      </summary>
      <ol>
        {openings.map(({ at, personName }) => (
          <li key={`${at} ${personName}`}>
            {t.rich('openedBy', { name: personName, bdi, when: () => <When at={at} /> })}
          </li>
        ))}
      </ol>
    </details>
  )
}

const bdi = (words: ReactNode) => <bdi>{words}</bdi>
