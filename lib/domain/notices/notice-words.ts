import type { NoticeKind, NoticePlace } from './notice.ts'

/** Each kind as its setting is called. */
export const KIND_WORDS: Readonly<Record<NoticeKind, string>> = {
  mention: 'Somebody mentions me in a comment',
  reply: 'An answer in a conversation of mine',
  question: 'A sentence of mine is queried',
  rejection: 'A sentence of mine is rejected',
  answered: 'A question of mine is answered or closed',
  stale: 'An approval of mine does not hold any more',
  assigned: 'I am assigned to an article',
  handedOver: 'An article is handed over to me',
  review: 'An article comes to me for review',
  changes: 'Changes are requested in an article of mine',
  ready: 'An article is ready to be published',
  deadline: 'A deadline of mine is less than a day away',
  published: 'An article of mine is published, corrected or retracted',
  unpublished: 'A version that I scheduled was not published',
  access: 'I am let in on a confidential source',
}

/** Short words for the filter of the list. */
export const KIND_LABELS: Readonly<Record<NoticeKind, string>> = {
  ...{ mention: 'Mentions', reply: 'Answers', question: 'Queries', rejection: 'Rejections' },
  ...{ answered: 'Questions answered', stale: 'Approvals to renew', assigned: 'Assignments' },
  ...{ handedOver: 'Handed over', ready: 'Ready' },
  ...{ review: 'Reviews', changes: 'Changes requested', deadline: 'Deadlines' },
  ...{ published: 'Publications', unpublished: 'Failed publications' },
  access: 'Confidential sources',
}

const PUBLISHED: Readonly<Record<string, string>> = {
  ...{ first: 'published', update: 'updated', clarification: 'clarified' },
  ...{ correction: 'corrected', retraction: 'retracted', takedown: 'took a version down of' },
}

/** What happened, in a sentence. `who`: null when it was the server or nobody in particular; `what`: the article, as one may call it here. */
export function noticeWords(
  { kind, place }: { readonly kind: NoticeKind; readonly place: NoticePlace },
  who: string | null,
  what: string,
): string {
  const name = who ?? 'Somebody'
  switch (kind) {
    case 'mention':
      return `${name} mentioned you in ${what}`
    case 'reply':
      return `${name} answered in a conversation of yours in ${what}`
    case 'question':
      return place.message
        ? `${name} said more about their question in ${what}`
        : `${name} queried a sentence of yours in ${what}`
    case 'rejection':
      return `${name} rejected a sentence of yours in ${what}`
    case 'answered':
      if (who === null) return `What you asked about in ${what} has changed`
      return `${name} ${place.message ? 'answered' : 'closed'} a question of yours in ${what}`
    case 'stale':
      return `A sentence that you approved in ${what} has changed`
    case 'assigned':
      return `${name} assigned you to ${what}`
    case 'handedOver':
      return `${name} handed ${what} over`
    case 'ready':
      return `${name} says that ${what} is ready to be published`
    case 'review':
      return `${name} sent ${what} to review`
    case 'changes':
      return `${name} requested changes in ${what}`
    case 'deadline':
      return `Less than a day is left for ${what}`
    case 'published':
      return `${who ?? 'The server'} ${PUBLISHED[place.change ?? ''] ?? 'published'} ${what}`
    case 'unpublished':
      return `The scheduled publication of ${what} did not happen`
    case 'access':
      return `${name} lets you open who a confidential source is`
  }
}
