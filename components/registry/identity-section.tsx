'use client'
import { useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { ListedPerson } from '#components/ui/people-list.tsx'
import { When } from '#components/ui/when.tsx'
import type { Knowledge } from '#lib/collab/browser/vault-api.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
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
  const desk = useIdentity(source.id)
  const [isForm, setForm] = useState(false)
  const mayBegin = mayEdit && source.terms !== 'onRecord' && !knowledge.isLocked
  if (!knowledge.isLocked && !mayBegin) return null
  return (
    <section aria-labelledby="identity">
      <h2 id="identity">Who it is</h2>
      {knowledge.isLocked ? (
        <p className="known-to">
          <Icon name="lock" />
          <span>
            Identity known to <bdi>{listed(knowledge.knownTo)}</bdi>. Everybody else sees what is
            said here.
          </span>
        </p>
      ) : (
        <p className="muted">
          If this name is an alias, lock up who is behind it: only the people whom you name can open
          it, and nothing is published in which the real name stands.
        </p>
      )}
      {desk.trouble && !desk.opened && !isForm && <Notice tone="bad">{desk.trouble}</Notice>}
      <div className="tools">
        {knowledge.mayOpen && (
          <button
            type="button"
            className="btn"
            aria-disabled={desk.isBusy}
            onClick={() => void desk.open()}
          >
            <Icon name="lock" />
            Open: it is recorded
          </button>
        )}
        {mayBegin && (
          <button type="button" className="btn" onClick={() => setForm(true)}>
            <Icon name="lock" />
            Lock up who it is…
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
  if (!openings.length) return <p className="muted small">Nobody has opened it.</p>
  return (
    <details className="openings">
      <summary>
        <span>
          Opened {TIMES[openings.length] ?? `${openings.length} times`}, last by{' '}
          <bdi>{openings[0]?.personName}</bdi>
        </span>
      </summary>
      <ol>
        {openings.map(({ at, personName }) => (
          <li key={`${at} ${personName}`}>
            <bdi>{personName}</bdi>, <When at={at} />
          </li>
        ))}
      </ol>
    </details>
  )
}

const TIMES: Readonly<Record<number, string>> = { 1: 'once', 2: 'twice' }

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names)
}
