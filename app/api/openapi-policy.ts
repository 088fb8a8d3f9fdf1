import { approverPolicyInput, policyChangeInput } from '#lib/usecases/house-policy.ts'
import { FAILURES, type Operations } from './openapi-operation.ts'

/** The rules of the house. */
export const POLICY: Operations = {
  '/api/v1/policy': {
    get: {
      summary: 'How many reviewers have to approve a sentence, by its kind and section.',
      answers: { 200: 'version, approvers, changed', ...FAILURES },
    },
    put: {
      summary: 'Changes the rules; `version` is that of the rules that the caller has seen.',
      body: policyChangeInput,
      answers: {
        200: 'version, approvers, changed',
        ...FAILURES,
        409: 'Changed meanwhile',
        422: 'Not valid',
      },
    },
  },
  '/api/v1/policy/effect': {
    post: {
      summary:
        'How many open articles would have more in the way of publication, and how many less.',
      body: approverPolicyInput,
      answers: { 200: 'articles, gain, lose', ...FAILURES, 422: 'Not valid' },
    },
  },
}
