import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { GALLERY, Words } from '#app/words.tsx'
import { Gallery } from '#components/gallery/gallery.tsx'
import { settingsOfProcess } from '#lib/auth/settings.ts'
import './gallery.css'

export const metadata: Metadata = { title: 'Gallery', robots: { index: false } }

/** Every component in every state, for who works on them; where it is not asked for there is no such page. */
export default function GalleryPage() {
  if (!settingsOfProcess().gallery) notFound()
  return (
    <Words of={GALLERY}>
      <main className="page gallery">
        <Gallery />
      </main>
    </Words>
  )
}
