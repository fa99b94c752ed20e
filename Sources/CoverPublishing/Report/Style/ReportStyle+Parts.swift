extension ReportStyle {
  /// Groups, entries, tables and what is folded up.
  static let parts: StaticString = """
    .group { margin-top: 1.5rem; }
    h2 + .group { margin-top: 0; }
    .group > h3 { margin-bottom: .4rem; }
    .group > p + p { margin-top: .15rem; }
    .part > p, .part > .group + p { margin-top: 1rem; }
    .part > .entries { margin-top: .5rem; }
    .entries > li { padding: .15rem 0; }
    .facts { max-width: none; padding-left: 1.2rem; text-indent: -1.2rem; }
    .facts strong { font-weight: 650; margin-right: .4rem; }
    .card .facts { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: 0; text-indent: 0; }
    .card .facts strong { margin: 0; }
    .fact { padding-left: 1.2rem; text-indent: -1.2rem; }
    .fact strong { font-weight: 600; }
    .note, .card > p { color: var(--quiet); }

    .card { border-left: 4px solid var(--rest); background: var(--card); padding: 1rem 1.25rem; border-radius: .25rem; }
    .card.pressing { border-left-color: var(--gap); }
    .card.open { border-left-color: var(--open); }
    .card > h3 { font-size: 1.05rem; }
    .card .entries > li + li { border-top: 1px solid var(--line); }
    .card .entries > li { padding: .6rem 0; }
    .card .entries > li:last-child { padding-bottom: 0; }
    .groups { display: grid; gap: 1.5rem 3rem; align-items: start; }
    .groups > .group { margin: 0; }
    .part > p + .groups, .groups + p { margin-top: 1rem; }
    .cards .group:first-child { margin-top: 0; }
    .cards > div + div { margin-top: 1.5rem; }
    @media (min-width: 66rem) {
      .groups { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      .halves { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.5rem; align-items: start; }
      .halves > div + div { margin-top: 0; }
    }
    .remedies { margin-top: .2rem; }
    .remedies li { position: relative; padding-left: 1.4rem; }
    .remedies li::before { content: "\\2192"; position: absolute; left: 0; color: var(--cover); font-weight: 700; }
    .reasons { color: var(--quiet); }
    .reasons li { position: relative; padding-left: 1.4rem; }
    .reasons li::before { content: "\\2013"; position: absolute; left: .2rem; }

    details { margin-top: .5rem; }
    summary { display: inline-block; cursor: pointer; color: var(--link); font-size: .925rem; padding: .15rem 0; }
    summary::before { content: "\\25B8"; display: inline-block; width: 1.1rem; }
    summary::-webkit-details-marker { display: none; }
    details[open] > summary::before { content: "\\25BE"; }

    .scroll { overflow-x: auto; margin-top: .5rem; }
    .figures, .scroll > table { border-collapse: collapse; font-size: .925rem; line-height: 1.4; }
    .figures { margin-top: .5rem; }
    .figures caption { text-align: left; color: var(--quiet); font-size: .875rem; padding-bottom: .4rem; }
    .figures th, .figures td { padding: .35rem 1.25rem .35rem 0; text-align: left; vertical-align: top; }
    .figures thead th { color: var(--quiet); font-weight: 600; border-bottom: 1px solid var(--line); vertical-align: bottom; }
    .figures tbody th { font-weight: 500; }
    .figures tbody tr + tr > * { border-top: 1px solid var(--faint); }
    .figures tfoot > tr > * { border-top: 1px solid var(--line); font-weight: 650; }
    .figures .number { text-align: right; white-space: nowrap; }
    .none { color: var(--quiet); }
    """
}
