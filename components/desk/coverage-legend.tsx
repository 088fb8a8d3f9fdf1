/** What the three textures of a bar say. */
export function CoverageLegend() {
  return (
    <div className="legend">
      <span>
        <Sample part="c1" /> tagged: has a source or needs none
      </span>
      <span>
        <Sample part="c2" /> evidenced: with a page, time or quote
      </span>
      <span>
        <Sample part="c3" /> approved: by a second person
      </span>
    </div>
  )
}

function Sample({ part }: { part: 'c1' | 'c2' | 'c3' }) {
  return (
    <span className="cov" aria-hidden="true">
      <i className={`${part} whole`} />
    </span>
  )
}
