import { AuditView } from '#components/audit/audit-view.tsx'
import { InvitationList } from '#components/house/invitation-list.tsx'
import type { ListedInvitation } from '#components/house/invitation-model.ts'
import { PeopleList as Colleagues } from '#components/house/people-list.tsx'
import { RoleFields } from '#components/house/role-fields.tsx'
import { TokenLine } from '#components/house/token-line.tsx'
import type { NoticeLine } from '#components/notices/model.ts'
import { NoticeList } from '#components/notices/notice-list.tsx'
import { ago, done, IDA, LONG, NOW, PEOPLE, PETRA, TOMAS } from './samples.ts'
import { Shown } from './shown.tsx'

/** Who is here, what they are told, and what was recorded. */
export function HouseGroup() {
  return (
    <>
      <Shown name="PeopleList of the house">
        <Colleagues
          people={PEOPLE.map((person) => ({
            ...person,
            disabledAt: person === TOMAS ? ago(9000) : null,
          }))}
          meId={PETRA.id}
          action={done}
        />
      </Shown>
      <Shown name="InvitationList">
        <InvitationList
          invitations={INVITATIONS}
          now={NOW}
          actions={{ sendAgain: sent, revoke: done }}
        />
      </Shown>
      <Shown name="RoleFields">
        <RoleFields roles={['reviewer']} chief={false} error="Choose one role at least." />
      </Shown>
      <Shown name="TokenLine">
        <ul className="tokens">
          {TOKENS.map((token) => (
            <TokenLine key={token.id} token={token} now={NOW} revoke={done} />
          ))}
        </ul>
      </Shown>
      <Shown name="NoticeList">
        <div>
          <NoticeList notices={NOTICES} now={NOW} onRead={done} />
        </div>
      </Shown>
      <Shown name="AuditView">
        <div>
          <AuditView
            acts={ACTS}
            older="/audit?before=1"
            isFirst={false}
            state={null}
            people={PEOPLE}
            chosen={NO_FILTER}
          />
        </div>
      </Shown>
    </>
  )
}

const STATES = ['open', 'lapsed', 'orphaned', 'accepted', 'revoked', 'replaced'] as const

const INVITATIONS: readonly ListedInvitation[] = STATES.map((state, at) => ({
  ...{ id: state, email: `${state}@post.example`, name: at ? `Somebody ${state}` : LONG.name },
  ...{ roles: ['writer', 'reviewer'], chief: false, state, inviterName: PETRA.name, at: ago(600) },
  ...{ expiresAt: ago(-60 * 24 * 3), endedAt: state === 'open' ? null : ago(30) },
}))

const sent = async () => ({
  ok: true as const,
  value: { email: 'open@post.example', link: 'not-a-link', mail: { is: 'off' as const } },
})

const TOKENS = [
  {
    ...{ id: 't1', name: 'Layout program', createdAt: ago(60 * 24 * 40), lastUsedAt: ago(4) },
    ...{ scopes: ['read'] as const, expiresAt: ago(-60 * 24 * 9) },
  },
  {
    ...{ id: 't2', name: LONG.name, createdAt: ago(60 * 24 * 400), lastUsedAt: null },
    ...{ scopes: null, expiresAt: ago(60) },
  },
]

const NOTICES: readonly NoticeLine[] = [
  {
    ...{ id: 'n1', kind: 'mention', at: ago(12), isRead: false, quote: 'The harbour office sold' },
    ...{ words: 'Tomás Reyes named you in “Who sold the berths”', text: 'Is the year right?' },
  },
  {
    ...{ id: 'n2', kind: 'question', at: ago(60 * 23), isRead: true, quote: '', text: '' },
    words: 'Petra Lang asks about a sentence of “Tolls rise”',
  },
]

const NO_FILTER = { person: null, action: null, article: null, from: null, to: null, q: '' }

const ACTS = [
  {
    ...{ seq: 812, at: ago(3), actorName: PETRA.name, action: 'version.published', hash: 'h3' },
    ...{ articleId: 'berths', title: 'Who sold the berths', detail: { number: 3 } },
  },
  {
    ...{ seq: 811, at: ago(80), actorName: IDA.name, action: 'sentence.approve', hash: 'h2' },
    ...{ articleId: 'hidden', title: null, detail: {} },
  },
  {
    ...{ seq: 810, at: ago(9000), actorName: null, action: 'article.recovered', hash: 'h1' },
    ...{ articleId: null, title: null, detail: {} },
  },
]
