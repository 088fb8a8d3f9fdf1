// On the page they are fetched later.
import '#components/sourcing/new-source-form.tsx'
import '#components/sourcing/source-picker.tsx'
import { SentenceList } from '#components/sourcing/sentence-list.tsx'
import { SentencePanel } from '#components/sourcing/sentence-panel.tsx'
import type { SourcingInput } from '#components/sourcing/sourcing-input.ts'
import { useSourcing } from '#components/sourcing/use-sourcing.ts'
import type { ArticleModel } from '#components/workspace/model.ts'
import type { Annotator } from '#lib/collab/browser/annotator.ts'
import type { Stretch, Subject } from '#lib/domain/review/parts.ts'
import { modelOf, type TestPage } from './article-model.ts'
import { mount } from './mount.ts'
import { type Reviewed, sourceCalled } from './status-builder.ts'

type Call = readonly [name: string, ...values: readonly unknown[]]

/** The list of sentences and the panel beside it, with all that they ask for written down. */
export async function openSourcing(
  reviewed: Reviewed,
  page: TestPage & { readonly selected?: Stretch } = {},
) {
  const calls: Call[] = []
  const note = (...call: Call) => void calls.push(call)
  let current = page.current ?? 0
  const shown = (now: Reviewed) => (
    <Page
      model={modelOf(now, { ...page, current })}
      selected={page.selected ?? null}
      note={note}
      onSelect={(index) => {
        note('select', index)
        current = index
      }}
    />
  )
  const { show } = await mount(shown(reviewed))
  const called = (name: string) =>
    calls.filter(([known]) => known === name).map(([, ...values]) => values)
  /** The parts that changes of this name were about; null: the whole sentence. */
  const subjects = (name: string) => called(`${name} on`).map(([part]) => part)
  return { calls, called, subjects, again: (now: Reviewed) => show(shown(now)) }
}

interface PageProps {
  readonly model: ArticleModel
  readonly selected: Stretch | null
  readonly note: (...call: Call) => void
  readonly onSelect: (index: number) => void
}

function Page({ model, selected, note, onSelect }: PageProps) {
  const input: SourcingInput = {
    model,
    annotate: recordedAnnotator(note),
    createSource: async (source) => {
      note('createSource', source)
      return { ok: true, value: sourceCalled('made', { title: source.title }) }
    },
    sourceAt: (href) => sourceCalled('linked', { title: href, url: href }),
    catchUp: () => undefined,
    goesOn: true,
    select: onSelect,
    onNextProblem: () => note('nextProblem'),
    onUndo: () => {
      note('undo')
      return 'done'
    },
    announce: (words) => note('announce', words),
  }
  const sourcing = useSourcing(input)
  const leave = (from: string) => () => note('leave', from)
  return (
    <>
      <SentenceList
        sourcing={sourcing}
        current={model.current ?? 0}
        onSelect={onSelect}
        onLeave={leave('list')}
      />
      {sourcing.status && sourcing.whole && (
        <SentencePanel
          sourcing={sourcing}
          whole={sourcing.whole}
          status={sourcing.status}
          selected={selected}
          boundaries={null}
          orphans={[]}
          showsKeys
          onLeave={leave('panel')}
        />
      )}
    </>
  )
}

/** Notes the name of each change, the words of its sentence, what else it was given, and the part that it is about. */
function recordedAnnotator(note: (...call: Call) => void): Annotator {
  const startPart = (span: Stretch) => {
    note('startPart', span)
    return 'begun'
  }
  return new Proxy({ startPart } as Annotator, {
    get: (known, name) =>
      name in known
        ? startPart
        : (status: Subject, value: unknown) => {
            note(String(name), status.sentence.text, value)
            note(`${String(name)} on`, status.part)
          },
  })
}

export const rowOf = (index: number) => document.querySelector<HTMLElement>(`[data-row="${index}"]`)
export const panel = () => document.querySelector<HTMLElement>('[data-panel=sentence]')
