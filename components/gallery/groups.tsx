import { type ComponentType, useEffect } from 'react'
import { ControlsGroup } from './controls-group.tsx'
import { DeskGroup } from './desk-group.tsx'
import { EvidenceGroup } from './evidence-group.tsx'
import { FieldsGroup } from './fields-group.tsx'
import { HouseGroup } from './house-group.tsx'
import { ReviewGroup } from './review-group.tsx'
import { SaidGroup } from './said-group.tsx'
import { SignsGroup } from './signs-group.tsx'

/** One picture each in the tests. */
const GROUPS: readonly (readonly [id: string, title: string, Shown: ComponentType])[] = [
  ['controls', 'Controls', ControlsGroup],
  ['fields', 'Fields', FieldsGroup],
  ['signs', 'Signs and words of state', SignsGroup],
  ['said', 'What is said', SaidGroup],
  ['desk', 'Desk', DeskGroup],
  ['evidence', 'Evidence', EvidenceGroup],
  ['review', 'Review and publication', ReviewGroup],
  ['house', 'House', HouseGroup],
]

/** All that the gallery shows. Its own words are for developers, and the names are those of the code: no messages. */
export function Groups() {
  useEffect(fromTheTop, [])
  return (
    <>
      <h1>Gallery</h1>
      <nav className="gallery-ways" aria-label="Groups">
        {GROUPS.map(([id, title]) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
      </nav>
      {GROUPS.map(([id, title, Shown]) => (
        <section key={id} id={id} className="gallery-group" aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>{title}</h2>
          <Shown />
        </section>
      ))}
    </>
  )
}

/** Some of what is shown takes the focus as it appears, and scrolls there: nobody asked for it here. */
function fromTheTop() {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  const asked = document.getElementById(location.hash.slice(1))
  if (asked) asked.scrollIntoView()
  else scrollTo(0, 0)
}
