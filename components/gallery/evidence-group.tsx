import { LinkLine } from '#components/registry/link-line.tsx'
import { SourceList } from '#components/registry/source-list.tsx'
import { FactList } from '#components/review/fact-list.tsx'
import { KeyHints } from '#components/sourcing/key-hints.tsx'
import { SentenceRow } from '#components/sourcing/sentence-row.tsx'
import { GLYPH_OF } from '#components/ui/display.ts'
import type { Display } from '#lib/domain/review/status.ts'
import type { LinkHealth } from '#lib/domain/sourcing/link-state.ts'
import { RELIABILITIES, SOURCE_KINDS, type Source, TERMS } from '#lib/domain/sourcing/source.ts'
import {
  ANNOTATION,
  ago,
  CITATION,
  done,
  findSource,
  LONG,
  nothing,
  sentenceThat,
  sourceThat,
  WORDS,
} from './samples.ts'
import { Case, Cases, Shown } from './shown.tsx'

/** Sources, and what sentences rest on. */
export function EvidenceGroup() {
  return (
    <>
      <Shown name="SourceList">
        <SourceList
          groups={[
            { name: 'In use', count: SOURCES.length, sources: SOURCES },
            { name: 'Withdrawn', count: 1, sources: [WITHDRAWN] },
          ]}
          actions={{ edit: done, retire: done }}
        />
      </Shown>
      <Links />
      <Sentences />
      <Facts />
      <Shown name="KeyHints">
        <KeyHints where="The keys work in the list of sentences." />
      </Shown>
    </>
  )
}

const LOOKED: LinkHealth = {
  ...{ checkedAt: ago(300), failures: 0, isGone: false, movedTo: null, lost: [], keptAt: null },
}

const LINKS: Readonly<Record<string, LinkHealth>> = {
  'as it was': LOOKED,
  moved: { ...LOOKED, movedTo: 'https://www.harbour.example/new' },
  'without the passage': { ...LOOKED, lost: ['passage'] },
  silent: { ...LOOKED, failures: 3 },
  gone: { ...LOOKED, failures: 2, isGone: true },
  'gone, and a copy stands in': { ...LOOKED, failures: 2, isGone: true, keptAt: ago(100) },
}

const HEALTHS = Object.values(LINKS)
const url = 'https://www.harbour.example/register'

/** One of each kind, with the terms, grades and states of links in turn. */
const SOURCES: readonly Source[] = SOURCE_KINDS.map((kind, at) => {
  const link = HEALTHS[at]
  return sourceThat(kind, `A source of the kind ${kind}`, {
    ...{ kind, terms: TERMS[at % TERMS.length] ?? 'onRecord' },
    reliability: RELIABILITIES[at % RELIABILITIES.length] ?? 'F',
    ...(kind === 'person' && { title: LONG.name, wording: 'a harbour official' }),
    ...(link && { url, link }),
  })
})

const WITHDRAWN = sourceThat('old', 'A register that was wrong', { retiredAt: ago(5000) })

function Links() {
  return (
    <Shown name="LinkLine">
      <Cases>
        {Object.entries(LINKS).map(([name, link]) => (
          <Case key={name} name={name} full>
            <LinkLine link={link} />
          </Case>
        ))}
        <Case name="not looked at yet" full>
          <LinkLine link={undefined} />
        </Case>
      </Cases>
    </Shown>
  )
}

const DISPLAYS = Object.keys(GLYPH_OF) as readonly Display[]
const select = { current: nothing }

const USES = [
  {
    ...{ id: 'c1', title: 'Berth register 2025', number: 1, isLocated: true, where: 'p. 14' },
    contradicts: false,
  },
  {
    ...{ id: 'c2', title: 'Warden of the harbour', number: 2, isLocated: false, where: '' },
    contradicts: true,
  },
]

function Sentences() {
  return (
    <Shown name="SentenceRow">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as in the list of sentences */}
      <table className="source-list" role="grid" aria-label="Sentences">
        <tbody>
          {DISPLAYS.map((display, at) => (
            <SentenceRow
              key={display}
              status={sentenceThat(display, at, WORDS, {
                ...(display === 'exempt' && { evidence: 'exempt' }),
              })}
              sources={display === 'none' || display === 'exempt' ? [] : USES}
              isActive={display === 'changed'}
              select={select}
            >
              {null}
            </SentenceRow>
          ))}
        </tbody>
      </table>
    </Shown>
  )
}

const DOUBTED = {
  ...ANNOTATION,
  confidence: 'likely',
  citations: [
    CITATION,
    {
      ...CITATION,
      id: 'c2',
      sourceId: 'warden',
      relation: 'contradicts',
      locator: null,
      quote: '',
    },
  ],
} as const

function Facts() {
  return (
    <Shown name="FactList">
      <Cases>
        <Case name="sourced" full>
          <FactList status={sentenceThat('sourced')} findSource={findSource} />
        </Case>
        <Case name="contradicted" full>
          <FactList
            status={sentenceThat('disputed', 0, WORDS, {
              ...{ annotations: [DOUBTED], united: [DOUBTED], confidence: 'likely' },
            })}
            findSource={findSource}
          />
        </Case>
        <Case name="nothing yet" full>
          <FactList status={sentenceThat('none')} findSource={findSource} />
        </Case>
      </Cases>
    </Shown>
  )
}
