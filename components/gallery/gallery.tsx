'use client'

import dynamic from 'next/dynamic'

/** Made in the browser alone: what tells the time would say another one than the server has. */
export const Gallery = dynamic(async () => (await import('./groups.tsx')).Groups, { ssr: false })
