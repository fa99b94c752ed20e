extension ReportStyle {
  /// The page, its head and its headings.
  static let frame: StaticString = """
    *, *::before, *::after { box-sizing: border-box; }
    html { font-size: 100%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
    body {
      margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 78rem; background: var(--paper); color: var(--ink);
      font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
      line-height: 1.55; overflow-wrap: anywhere; font-variant-numeric: tabular-nums;
    }
    h1, h2, h3, p, ul, dl, dd, figure { margin: 0; padding: 0; }
    ul { list-style: none; }
    a { color: var(--link); text-underline-offset: .15em; }
    a:focus-visible, summary:focus-visible, .scroll:focus-visible {
      outline: 3px solid var(--link); outline-offset: 2px; border-radius: .2rem;
    }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { position: static; display: inline-block; padding: .4rem .8rem; background: var(--card); }
    .unseen {
      position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }
    .practice { color: var(--quiet); font-weight: 600; }
    h1 { font-size: clamp(1.5rem, 1.1rem + 2vw, 2.3rem); line-height: 1.2; font-weight: 700; letter-spacing: -.015em; }
    .headline { margin-top: .6rem; font-size: 1.1rem; max-width: 60rem; }
    nav { margin: 1.75rem 0 0; border-top: 1px solid var(--line); padding-top: .75rem; font-size: .9rem; }
    nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
    nav a { display: inline-block; padding: .2rem 0; }
    .part { margin-top: 3rem; }
    h2 {
      font-size: 1.35rem; line-height: 1.3; font-weight: 700; letter-spacing: -.01em; margin-bottom: 1rem;
      scroll-margin-top: 1rem;
    }
    h3 { font-size: 1rem; line-height: 1.4; font-weight: 650; }
    p { max-width: 48rem; }
    footer {
      margin-top: 4rem; border-top: 1px solid var(--line); padding-top: 1rem; color: var(--quiet); font-size: .875rem;
    }
    .well { margin-top: 2rem; font-size: 1.1rem; font-weight: 600; color: var(--cover); }

    svg.shares { display: block; width: 100%; height: .75rem; margin-top: 1.5rem; border-radius: .375rem; }
    dl.shares { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; margin-top: .9rem; }
    dl.shares > div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
    dl.shares dd { font-size: 2rem; line-height: 1.1; font-weight: 700; letter-spacing: -.02em; }
    dl.shares dt { display: flex; align-items: center; gap: .45rem; font-size: .9rem; color: var(--quiet); }
    dl.shares dt::before { content: ""; width: .7rem; height: .7rem; border-radius: .2rem; background: var(--share); }
    .aside { font-size: .875rem; font-weight: 400; letter-spacing: 0; color: var(--quiet); }
    .covered { --share: var(--cover); } .waiting { --share: var(--wait); }
    .restful { --share: var(--rest); } .uncovered { --share: var(--gap); }
    svg.shares rect { fill: var(--share); }
    dl.shares .uncovered dd { color: var(--gap); }
    dl.shares .uncovered dt { color: var(--ink); font-weight: 600; }
    """
}
