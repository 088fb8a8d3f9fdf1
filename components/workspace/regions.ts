/** The parts of the page that F6 walks through, in the order in which they stand. */
const REGIONS = '.top, .write-main, .queue, .stage, .evid, .panel, .status'

/** What takes the focus in a part, the first that there is. */
const ENTRIES = [
  '[data-panel=sentence], [data-panel=comments]',
  '[data-row][tabindex="0"]',
  '.tiptap',
  'a[href], button:not([disabled]), select:not([disabled])',
]

/** Takes the focus to the next part of the page, or to the one before it, around the end. */
export function cycleRegions(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)].filter(isShown)
  const at = regions.findIndex((region) => region.contains(document.activeElement))
  for (let turn = 1; turn <= regions.length; turn++) {
    const region = regions.at((at < 0 && step < 0 ? 0 : at + step * turn) % regions.length)
    const entry = region && entryOf(region)
    entry?.focus()
    if (entry && document.activeElement === entry) return
  }
}

function entryOf(region: HTMLElement): HTMLElement | undefined {
  if (region.tabIndex >= 0) return region
  const found = ENTRIES.flatMap((entry) => [...region.querySelectorAll<HTMLElement>(entry)])
  return found.find(isShown)
}

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility?.() ?? true
}
