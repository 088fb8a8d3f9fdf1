import { ASSERTIVE_ID, POLITE_ID } from './announce.ts'

/** What is read out without moving the focus. Both stand in the page from its first paint, else nobody listens yet. */
export function LiveRegion() {
  return (
    <>
      <div className="vh" id={POLITE_ID} role="status" aria-live="polite" />
      <div className="vh" id={ASSERTIVE_ID} role="alert" aria-live="assertive" />
    </>
  )
}
