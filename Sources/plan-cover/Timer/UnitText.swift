/// Text as systemd and cron read it.
enum UnitText {
  /// Whether the text can stand in a unit and in a crontab at all: neither can hold control characters.
  static func isFit(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0.value != 0xFFFD }
  }

  /// One word of a setting, in quotes: systemd.syntax(7), "Quoting"; `%` begins a specifier.
  static func quoted(_ text: String) -> String {
    "\"" + text.reduce(into: "") { $0 += escapes[$1] ?? String($1) } + "\""
  }

  /// One argument of ExecStart=, where `$` begins a variable as well: systemd.service(5), "Command lines".
  static func argument(_ text: String) -> String {
    quoted(text).reduce(into: "") { $0 += $1 == "$" ? "$$" : String($1) }
  }

  private static let escapes: [Character: String] = ["\\": "\\\\", "\"": "\\\"", "%": "%%"]

  /// One argument of a shell's command in a crontab, where an unescaped `%` ends the command: crontab(5).
  static func crontabArgument(_ text: String) -> String {
    "'"
      + text.reduce(into: "") { line, character in
        switch character {
        case "'": line += "'\\''"
        case "%": line += "\\%"
        default: line.append(character)
        }
      } + "'"
  }
}
