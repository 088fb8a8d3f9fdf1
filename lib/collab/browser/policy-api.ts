import type { ApproverPolicy } from '#lib/domain/review/approvers.ts'
import { call } from './api.ts'

export interface ShownPolicy {
  readonly version: number
  readonly approvers: ApproverPolicy
  readonly changed: { readonly personName: string; readonly at: string } | null
}

export interface ShownEffect {
  readonly articles: number
  readonly gain: number
  readonly lose: number
}

/** The calls about the rules of the house. */
export const policyApi = {
  show: () => call<ShownPolicy>('GET', '/api/v1/policy'),
  effect: (policy: ApproverPolicy) => call<ShownEffect>('POST', '/api/v1/policy/effect', policy),
  change: (version: number, approvers: ApproverPolicy) =>
    call<ShownPolicy>('PUT', '/api/v1/policy', { version, approvers }),
}
