import type { ArticleAction } from '#lib/domain/access/policy.ts'
import type { Picture } from '#lib/domain/figures/picture.ts'
import type { ApproverPolicy } from '#lib/domain/review/approvers.ts'
import type { Approval, Query } from '#lib/domain/review/decisions.ts'
import type { LegalFlag } from '#lib/domain/review/legal-read.ts'
import type { Archival, State } from '#lib/domain/review/states.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import type { Schedule } from './schedule.ts'
import type { VersionRef } from './version.ts'

/** What an open article page needs beside the text: the browser derives the rest by the functions of the server. */
export interface ArticleFacts {
  readonly id: string
  readonly slug: string
  readonly state: State
  readonly title: string
  readonly lang: string
  readonly restricted: boolean
  readonly assigned: readonly string[]
  readonly named: readonly string[]
  readonly rights: Readonly<Record<ArticleAction, boolean>>
  readonly approvals: readonly Approval[]
  readonly queries: readonly Query[]
  readonly policy: ApproverPolicy
  readonly sources: readonly Source[]
  readonly versions: readonly VersionRef[]
  /** Those that figures of this article may name. */
  readonly pictures: readonly Picture[]
  /** Null while it is not archived. */
  readonly archived: Archival | null
  /** ISO 8601; null: none is set. */
  readonly deadline: string | null
  /** Null: it is not flagged for a legal read. */
  readonly legal: LegalFlag | null
  /** The time that is set for a version, or the last that came to nothing. */
  readonly schedule: Schedule | null
}
