import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'
import type { Actor, ArticleAction } from '#lib/domain/access/policy.ts'
import type { ArticleFacts } from '#lib/domain/publication/article-facts.ts'
import { gateOf } from '#lib/domain/publication/gate.ts'
import { FIRST_POLICY } from '#lib/domain/review/approvers.ts'
import { proposalsOf } from '#lib/domain/text/proposals.ts'
import { type Reviewed, TEST_ARTICLE } from './status-builder.ts'

const BEN: Actor = {
  id: 'ben',
  name: 'Ben',
  email: 'ben@galley.test',
  roles: ['reviewer'],
  chief: false,
}

/** What a test says about a page; the rest is derived as the page derives it. */
export interface TestPage {
  readonly me?: Actor
  readonly facts?: Partial<Omit<ArticleFacts, 'rights'>>
  /** Rights that differ from "everything but overruling". */
  readonly rights?: Partial<ArticleFacts['rights']>
  readonly save?: ArticleModel['view']['save']
  readonly current?: number | null
  readonly readOnly?: boolean
}

/** The model of an open article's page, from real statuses. */
export function modelOf(reviewed: Reviewed, page: TestPage = {}): ArticleModel {
  const { me = BEN, current = 0, save = { kind: 'saved' }, readOnly = false } = page
  const { content, statuses, coverage, findSource, sources, approvals, queries } = reviewed
  return {
    me,
    facts: {
      id: TEST_ARTICLE,
      slug: 'ferry',
      state: 'inReview',
      title: 'Ferry',
      lang: 'en',
      restricted: false,
      assigned: [],
      named: [],
      versions: [],
      pictures: [],
      archived: null,
      deadline: null,
      legal: null,
      schedule: null,
      ...page.facts,
      approvals,
      queries,
      policy: page.facts?.policy ?? FIRST_POLICY,
      sources,
      rights: { ...ALL_RIGHTS, ...page.rights },
    },
    view: { save, loaded: true, readOnly, suggests: false },
    content,
    statuses,
    coverage,
    proposals: proposalsOf(content.blocks),
    blockers: gateOf(statuses, queries, findSource, [], proposalsOf(content.blocks)),
    figures: [],
    findSource,
    current,
    people: [...PEOPLE, { id: me.id, name: me.name }],
    present: [{ id: me.id, name: me.name, colour: 1 }],
  }
}

const PEOPLE = ['ana', 'ben', 'cleo', 'dora'].map((id) => ({
  id,
  name: id.charAt(0).toUpperCase() + id.slice(1),
}))

const ALL_RIGHTS: Readonly<Record<ArticleAction, boolean>> = {
  read: true,
  suggest: true,
  write: true,
  decide: true,
  move: true,
  check: true,
  legal: true,
  plan: true,
  archive: true,
  publish: true,
  overrule: false,
  people: true,
}

const UNTRIED = { from: 'inReview', failure: null } as const

/** Actions that succeed and are written down, in order, as `name` and arguments. */
export function recordedActions(answers: Partial<ArticleActions> = {}) {
  const calls: (readonly [string, ...unknown[]])[] = []
  const noted = <T extends object>(actions: T): T =>
    Object.fromEntries(
      Object.entries(actions).map(([name, run]) => [
        name,
        (...values: unknown[]) => {
          calls.push([name, ...values])
          return run(...values)
        },
      ]),
    ) as T
  const done = async <T>(value: T) => ({ ok: true as const, value })
  const actions = noted<ArticleActions>({
    select: () => undefined,
    setMode: () => undefined,
    showFigure: () => undefined,
    announce: () => undefined,
    decide: (decisions) => done(decisions.map(() => ({ status: 200 }))),
    closeQuery: () => done(null),
    answerQuery: () => done({ id: 'm1' }),
    undoApproval: () => done(null),
    move: (state) => done({ state }),
    publish: () => done({ slug: 'ferry', number: 1 }),
    moves: () => done({ moves: [] }),
    warnings: () => done({ warnings: [] }),
    plan: () => done(null),
    schedule: ({ at, change, note, reasons }) =>
      done({
        ...{ at, change, note, reasons },
        ...{ personId: 'ben', personName: 'Ben' },
        ...UNTRIED,
      }),
    cancelSchedule: () => done(null),
    describe: ({ slug = 'ferry' }) => done({ slug }),
    setPeople: () => done(null),
    authors: () => done({ authors: [] }),
    approved: () => done({ annotations: [] }),
    ...answers,
  })
  const called = (name: keyof ArticleActions) =>
    calls.filter(([known]) => known === name).map(([, ...values]) => values)
  return { actions, called }
}
