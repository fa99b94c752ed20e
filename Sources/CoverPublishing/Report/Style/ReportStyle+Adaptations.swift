extension ReportStyle {
  /// What gives way: narrow screens, chosen colours, little motion, paper.
  static let adaptations: StaticString = """
    @media (max-width: 40rem) {
      body { padding: 1.25rem 1rem 3rem; }
      .card { padding: .9rem 1rem; }
      .card .facts { display: block; }
      .card .facts strong { display: block; }
      .card .facts span + span::before { content: " \\B7\\20"; color: var(--quiet); }
      dl.shares { gap: .75rem 1.5rem; }
      .part { margin-top: 2.25rem; }
      nav { font-size: .875rem; margin-top: 1.25rem; }
      nav ul { gap: 0 1rem; }
      .week .who { white-space: normal; overflow-wrap: anywhere; }
    }
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
    @media (forced-colors: active) {
      .card { border-left-color: CanvasText; }
      .card.pressing { border-left-width: 10px; }
      .week td, .mark, .chip { border: 1px solid CanvasText; }
      .week td.off, .mark.off { border: 1px dotted GrayText; }
      .week td.away, .mark.away, .week td.partly, .mark.partly, .week td.closed, .mark.closed, dl.shares dt::before,
      svg.shares, .bar { forced-color-adjust: none; }
      .week td.away, .mark.away { background: CanvasText; }
      .week td.partly, .mark.partly { background: linear-gradient(135deg, CanvasText 50%, Canvas 50%); }
      .week td.closed, .mark.closed { background: repeating-linear-gradient(135deg, GrayText 0 2px, Canvas 2px 6px); }
      .chip.covers, .chip.gap { forced-color-adjust: none; background: Canvas; color: CanvasText; }
      .chip.gap { outline: 2px solid Canvas; border-width: 2px; }
      .covered, .bar { --share: CanvasText; --cover: CanvasText; --own: GrayText; --room: Canvas; }
      .waiting { --share: GrayText; } .restful { --share: Canvas; } .uncovered { --share: Highlight; }
      svg.shares rect { stroke: CanvasText; }
    }
    @media print {
      @page { size: A4; margin: 16mm 14mm; }
      :root {
        --paper: #ffffff; --card: #ffffff; --ink: #000000; --quiet: #444444; --line: #bbbbbb; --faint: #e4e4e4; --link: #000000;
        --cover: #0c6b62; --on-cover: #ffffff; --gap: #b3261e; --on-gap: #ffffff; --away: #46566b; --own: #aab4bf;
        --room: #ebe8e1; --wait: #8b95a1; --rest: #c9c5bb;
      }
      html { font-size: 62.5%; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      body { padding: 0; max-width: none; font-size: 1.05rem; }
      nav, .skip { display: none; }
      a { text-decoration: none; color: inherit; }
      details::details-content { content-visibility: visible; display: block; block-size: auto; }
      summary { color: var(--quiet); font-weight: 600; }
      summary::before { content: none; }
      #weeks { break-before: page; }
      .scroll { overflow: visible; }
      .part { margin-top: 2.2rem; }
      h2, h3, summary, caption, thead { break-after: avoid; }
      tr, .week, .key, .facts, .remedies, .group:not(.card) > p, dl.shares { break-inside: avoid; }
      .facts, .remedies, .key { break-after: avoid; }
      thead { display: table-header-group; }
      tfoot { display: table-row-group; }
      .card { border: 1px solid var(--line); border-left-width: 4px; }
      .halves, .groups { display: block; }
      .cards > div + div, .cards .card + .card, .groups > .group + .group { margin-top: 1.2rem; }
      .grid { grid-template-columns: calc(8.5rem + (100% - 8.5rem - 2rem) / 3) repeat(2, 1fr); }
      .week:nth-child(n) .who { width: 0; padding: 0; }
      .week:nth-child(n) .who > * { position: absolute; clip-path: inset(50%); }
      .week:nth-child(3n + 1) .who { width: 8.5rem; padding-right: .5rem; }
      .week:nth-child(3n + 1) .who > bdi { position: static; clip-path: none; }
      p, li { orphans: 3; widows: 3; }
    }
    """
}
