/// What `timer` says: the units, or where they are; the commands that enable them; the line for cron.
struct TimerReport {
  let schedule: Schedule
  /// Where the units were written; nil where they were not.
  let folder: String?

  private var name: String { schedule.name }

  var text: String {
    let lines: [String]
    if let folder {
      lines = ["Written: \(folder)/\(name).service and \(name).timer. Nothing runs yet; to begin:"]
    } else {
      lines = [
        "===== \(name).service", schedule.service, "===== \(name).timer", schedule.timer, "=====", "",
        "Nothing was written. Run this again with --to "
          + (isOwn ? "~/.config/systemd/user" : "/etc/systemd/system, as root,") + " to write both; then, to begin:",
      ]
    }
    return (lines + commands).joined(separator: "\n") + "\n"
  }

  private var isOwn: Bool { schedule.manager == .user }

  private var commands: [String] {
    let control = isOwn ? "systemctl --user" : "sudo systemctl"
    let journal = isOwn ? "journalctl --user" : "journalctl"
    let words = "It plans \(schedule.time.words) by this machine's clock. What it says, ids and numbers alone:"
    guard let crontab = schedule.crontab else {
      // The instance of a template is the practice's path.
      let instance = "\(name)$(systemd-escape --path FOLDER)"
      return [
        "  \(control) daemon-reload", "  \(control) enable --now \"\(instance).timer\"", "", words,
        "  \(journal) -u \"\(instance).service\"",
      ]
    }
    let whose = schedule.owner.map { " of \($0)" } ?? ""
    return [
      "  \(control) daemon-reload", "  \(control) enable --now \(name).timer", "", words,
      "  \(journal) -u \(name).service", "", "Without systemd, as a line for crontab -e\(whose):",
      "  \(crontab)",
    ]
  }
}
