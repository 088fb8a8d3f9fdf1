import { useCallback, useEffect, useState } from 'react'
import { DENSITIES, type Density } from './sentence-marks.ts'

const KEY = 'galley:density'

/** How much stands in the text: kept on this device. */
export function useDensity(): readonly [Density, (density: Density) => void] {
  const [density, setDensity] = useState<Density>('needsWork')
  useEffect(() => {
    const kept = DENSITIES.find((value) => value === localStorage.getItem(KEY))
    if (kept) setDensity(kept)
  }, [])
  const choose = useCallback((next: Density) => {
    setDensity(next)
    localStorage.setItem(KEY, next)
  }, [])
  return [density, choose]
}
