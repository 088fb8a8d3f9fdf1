import { DiffText } from '#components/review/diff-text.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { ConfidenceLabel } from '#components/ui/confidence-label.tsx'
import { CoverageBar, CoverageStripe, CoverageWords } from '#components/ui/coverage-bar.tsx'
import { GLYPH_OF, type GlyphName } from '#components/ui/display.ts'
import { Glyph } from '#components/ui/glyph.tsx'
import { Icon, type IconName } from '#components/ui/icon.tsx'
import { StateLabel } from '#components/ui/state-label.tsx'
import { When } from '#components/ui/when.tsx'
import type { Display } from '#lib/domain/review/status.ts'
import { CONFIDENCES } from '#lib/domain/sourcing/annotation.ts'
import { ago, IDA, LONG, PETRA, TOMAS, WORDS } from './samples.ts'
import { Case, Cases, Shown } from './shown.tsx'

/** What a state looks like, in a list and in the text. */
export function SignsGroup() {
  return (
    <>
      <Shown name="Glyph">
        <Cases>
          {GLYPHS.map((name) => (
            <Case key={name} name={name}>
              <span className={`wrap ink-${name}`}>
                <Glyph name={name} />
                <Glyph name={name} big />
              </span>
            </Case>
          ))}
        </Cases>
      </Shown>
      <States />
      <Lines />
      <Shown name="Icon">
        <Cases>
          {ICONS.map((name) => (
            <Case key={name} name={name}>
              <Icon name={name} />
            </Case>
          ))}
        </Cases>
      </Shown>
      <Measures />
      <Times />
    </>
  )
}

const DISPLAYS = Object.keys(GLYPH_OF) as readonly Display[]

/** Written as keys, so that the compiler misses a name that is not shown. */
const GLYPHS = Object.keys({
  ...{ untagged: 1, exempt: 1, sourced: 1, disputed: 1, unconfirmed: 1, changed: 1, review: 1 },
  ...{ queried: 1, rejected: 1, approved: 1, stale: 1, note: 1 },
} satisfies Record<GlyphName, 1>) as readonly GlyphName[]

const ICONS = Object.keys({
  ...{ archive: 1, back: 1, bell: 1, calculation: 1, check: 1, clock: 1, close: 1, cloud: 1 },
  ...{ copy: 1, dataset: 1, document: 1, down: 1, eye: 1, file: 1, link: 1, lock: 1, mail: 1 },
  ...{ menu: 1, miss: 1, moon: 1, more: 1, next: 1, observation: 1, offline: 1, open: 1, org: 1 },
  ...{ outlet: 1, person: 1, phone: 1, plus: 1, recording: 1, screen: 1, seal: 1, search: 1 },
  ...{ sun: 1, up: 1, warn: 1, web: 1 },
} satisfies Record<IconName, 1>) as readonly IconName[]

function States() {
  return (
    <Shown name="StateLabel">
      <Cases>
        {DISPLAYS.map((display) => (
          <Case key={display} name={display}>
            <StateLabel display={display} sources={2} />
            <StateLabel display={display} sources={2} chip />
          </Case>
        ))}
      </Cases>
    </Shown>
  )
}

/** As the editor marks them: a line under the words, a sign at their end. */
function Lines() {
  return (
    <Shown name=".text .s">
      <div className="text gallery-text">
        {DISPLAYS.map((display) => (
          <p key={display}>
            <Marked display={display} name={`s s-${display}`} />
          </p>
        ))}
        <p>
          <Marked display="changed" name="s s-changed s-active" />
        </p>
        <p>
          <Marked display="sourced" name="s s-sourced s-noted" />
        </p>
      </div>
    </Shown>
  )
}

function Marked({ display, name }: { readonly display: Display; readonly name: string }) {
  return (
    <>
      <span className={name}>{WORDS.slice(0, -1)}</span>
      <span className={`${name} s-glyph`} data-glyph={GLYPH_OF[display]} data-g={display}>
        .
      </span>
    </>
  )
}

const COVERAGES = {
  'not begun': { sentences: 40, tagged: 0, claims: 32, evidenced: 0, approved: 0 },
  'on its way': { sentences: 40, tagged: 34, claims: 32, evidenced: 26, approved: 18 },
  'one sentence, all of it': { sentences: 1, tagged: 1, claims: 1, evidenced: 1, approved: 1 },
  'all of it': { sentences: 1240, tagged: 1240, claims: 900, evidenced: 900, approved: 1240 },
  'no sentences': { sentences: 0, tagged: 0, claims: 0, evidenced: 0, approved: 0 },
}

function Measures() {
  const half = COVERAGES['on its way']
  return (
    <>
      <Shown name="ConfidenceLabel">
        <Cases>
          {CONFIDENCES.map((confidence) => (
            <Case key={confidence} name={confidence}>
              <ConfidenceLabel confidence={confidence} />
            </Case>
          ))}
        </Cases>
      </Shown>
      <Shown name="CoverageBar">
        <Cases>
          {Object.entries(COVERAGES).map(([name, coverage]) => (
            <Case key={name} name={name}>
              <div>
                <CoverageBar coverage={coverage} />
              </div>
            </Case>
          ))}
        </Cases>
      </Shown>
      <Shown name="CoverageStripe, CoverageWords">
        <span className="cov-line">
          <CoverageStripe {...half} />
          <span className="num">
            <CoverageWords {...half} />
          </span>
        </span>
      </Shown>
      <Shown name="DiffText">
        <p className="serif">
          <DiffText before={WORDS} after="The harbour office let 398 berths last year." />
        </p>
      </Shown>
    </>
  )
}

const COLOURS = [1, 2, 3, 4, 5, 6, 7, 8] as const

function Times() {
  return (
    <>
      <Shown name="Avatar">
        <Cases>
          <Case name="by person">
            <span className="avas">
              {[IDA, TOMAS, PETRA, LONG].map((person) => (
                <Avatar key={person.id} person={person} you={person === IDA} />
              ))}
            </span>
          </Case>
          <Case name="by place">
            <span className="wrap">
              {COLOURS.map((colour) => (
                <Avatar key={colour} person={TOMAS} colour={colour} />
              ))}
            </span>
          </Case>
          <Case name="away">
            <Avatar person={TOMAS} away />
          </Case>
        </Cases>
      </Shown>
      <Shown name="When">
        <Cases>
          {[0, 5, 90, 60 * 24 * 3, 60 * 24 * 400].map((minutes) => (
            <Case key={minutes} name={`${minutes} minutes`}>
              <When at={ago(minutes)} />
            </Case>
          ))}
        </Cases>
      </Shown>
    </>
  )
}
