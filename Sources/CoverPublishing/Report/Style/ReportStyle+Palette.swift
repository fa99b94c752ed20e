extension ReportStyle {
  /// Colours, by what they mean. Each that text has is legible on what it stands on: 4.5 to 1 at least, WCAG 2.2 §1.4.3.
  static let palette: StaticString = """
    :root {
      color-scheme: light dark;
      --paper: #faf9f6; --card: #ffffff; --ink: #20242a; --quiet: #59616b; --line: #dcd8cf; --faint: #f0ede6;
      --link: #0b5c8a;
      --cover: #0c6b62; --on-cover: #ffffff;
      --gap: #b3261e; --on-gap: #ffffff; --open: #c98a1b;
      --away: #46566b; --on-away: #ffffff; --wait: #8b95a1; --rest: #c9c5bb;
      --own: #aab4bf; --room: #ebe8e1;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #16191d; --card: #1d2126; --ink: #e7e5e0; --quiet: #a4adb8; --line: #363c44; --faint: #23282e;
        --link: #86c5f0;
        --cover: #6cc9bd; --on-cover: #0f1a19;
        --gap: #ff9c92; --on-gap: #2a0f0c; --open: #e0ad52;
        --away: #93a5bd; --on-away: #14181d; --wait: #7b8693; --rest: #4a5058;
        --own: #5d6875; --room: #2b3037;
      }
    }
    """
}
