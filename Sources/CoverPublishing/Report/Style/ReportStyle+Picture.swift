extension ReportStyle {
  /// The weeks: each is a table of its own, and side by side they are one picture.
  static let picture: StaticString = """
    .weeks { margin-bottom: 2rem; }
    .key { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; margin-bottom: 1rem; font-size: .875rem; color: var(--quiet); }
    .key li { display: flex; align-items: center; gap: .45rem; }
    .mark { width: 1.5rem; height: 1.1rem; border-radius: .2rem; border: 1px solid var(--line); flex: none; }
    .grid { display: grid; grid-template-columns: 1fr; gap: 1.5rem 1rem; }
    .week {
      width: 100%; table-layout: fixed; border-collapse: separate; border-spacing: 2px; font-size: .8125rem;
      line-height: 1.2; overflow-wrap: normal; white-space: nowrap;
    }
    .week caption { text-align: left; font-weight: 650; padding: 0 0 .35rem 2px; }
    .week th { font-weight: 500; color: var(--quiet); padding: 0; }
    .week tbody tr { height: 2rem; }
    .week .who {
      width: 8.5rem; text-align: left; color: var(--ink); overflow: hidden; text-overflow: ellipsis; padding-right: .5rem;
    }
    .week .day { text-align: center; vertical-align: bottom; font-size: .75rem; line-height: 1.15; padding-bottom: .1rem; }
    .week .day span { display: block; }
    .week thead .load { width: 3.6rem; text-align: right; vertical-align: bottom; font-size: .75rem; padding-bottom: .1rem; }
    .week td {
      text-align: center; padding: 0; border-radius: .2rem; background: var(--card); border: 1px solid var(--line);
    }
    .week td.load { background: none; border: 0; padding: 0 0 0 .35rem; text-align: right; }
    .sum { display: block; font-size: .75rem; color: var(--quiet); }
    .sum.empty, .sum.empty + .bar { visibility: hidden; }
    .bar { display: block; width: 100%; height: .3rem; margin-top: .1rem; border-radius: .15rem; overflow: hidden; }
    .key .bar { width: 3rem; margin: 0; flex: none; }
    .bar .room { fill: var(--room); } .bar .own { fill: var(--own); } .bar .cover { fill: var(--cover); }
    .week td.away, .mark.away { background: var(--away); border-color: var(--away); }
    .week td.partly, .mark.partly { background: linear-gradient(135deg, var(--away) 50%, var(--card) 50%); border-color: var(--away); }
    .week td.off, .mark.off { background: none; border-style: dotted; }
    .week td.closed, .mark.closed {
      background: repeating-linear-gradient(135deg, var(--line) 0 2px, transparent 2px 6px); border-color: var(--line);
    }
    .chip { display: inline-block; white-space: nowrap; min-width: 1.35rem; padding: .1rem .25rem; border-radius: .2rem; font-weight: 700; font-size: .8125rem; line-height: 1.15; text-align: center; }
    .week .chip { display: block; min-width: 0; max-width: 1.6rem; margin: 0 auto; padding: .2rem 0; }
    .chip.covers { background: var(--cover); color: var(--on-cover); }
    .chip.gap { background: var(--gap); color: var(--on-gap); }
    @media (min-width: 44rem) {
      .grid { grid-template-columns: calc(8.5rem + (100% - 8.5rem - 2rem) / 3) repeat(2, 1fr); }
      .week:not(:nth-child(3n + 1)) .who { width: 0; padding: 0; }
      .week:not(:nth-child(3n + 1)) .who > * { position: absolute; clip-path: inset(50%); }
    }
    @media (min-width: 72rem) {
      .grid { grid-template-columns: calc(8.5rem + (100% - 8.5rem - 3.75rem) / 6) repeat(5, 1fr); gap: 1.5rem .75rem; }
      .week:not(:nth-child(6n + 1)) .who { width: 0; padding: 0; }
      .week:not(:nth-child(6n + 1)) .who > * { position: absolute; clip-path: inset(50%); }
      .week thead .load { width: 2.7rem; }
    }
    """
}
