import { encode } from 'uqr'

/** A QR code, dark on light in every theme: cameras want it so. `what`: what it leads to, for those who do not see it. */
export function QrCode({ text, what }: { text: string; what: string }) {
  const { size, data } = encode(text)
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={what}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
