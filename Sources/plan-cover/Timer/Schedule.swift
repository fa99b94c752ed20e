/// A weekly run of a practice, as units of systemd and as a line for cron.
struct Schedule {
  /// Whose service manager runs it.
  enum Manager { case system, user }

  /// Which practice it plans.
  enum Practice {
    /// An absolute path.
    case folder(String)
    /// Whichever the unit's instance names, escaped as `systemd-escape --path` does it: systemd.unit(5), `%f`.
    case instance

    /// As a word of a setting.
    var setting: String {
      switch self {
      case .folder(let path): UnitText.quoted(path)
      case .instance: "\"%f\""
      }
    }

    /// As an argument of ExecStart=.
    var argument: String {
      switch self {
      case .folder(let path): UnitText.argument(path)
      case .instance: setting
      }
    }
  }

  /// The units' name, without `.service`; of a template it ends in `@`.
  let name: String
  /// An absolute path.
  let program: String
  let practice: Practice
  let time: WeeklyTime
  let manager: Manager
  /// Whose files the practice's are; nil where the units are a user's own.
  let owner: String?
  /// The place of the solver's library, where the environment names one.
  let library: String?
  /// Whether the program, or a library that it needs, lies in somebody's home.
  let livesInHome: Bool

  static let heading = "# Written by plan-cover timer."

  /// The line of the service that says whose practice it is: a service of another practice is not written over.
  var practiceLine: String { "RequiresMountsFor=\(practice.setting)" }

  /// NAME.service: systemd.service(5), hardened by systemd.exec(5).
  var service: String {
    """
    \(Self.heading) To change something by hand: \(control) edit \(name).service
    [Unit]
    Description=Weekly cover plan (\(subject))
    \(practiceLine)

    [Service]
    Type=oneshot
    ExecStart=\(UnitText.quoted(program)) plan --digest -- \(practice.argument)
    # 2: the plan is made, and something in it needs a person.
    SuccessExitStatus=2
    TimeoutStartSec=30min
    \((who + sandbox).joined(separator: "\n"))

    """
  }

  /// NAME.timer: systemd.timer(5). A run that was missed, because the machine was off, is made up for.
  var timer: String {
    """
    \(Self.heading)
    [Unit]
    Description=Weekly cover plan (\(subject)), \(time.words)

    [Timer]
    OnCalendar=\(time.calendarEvent)
    Persistent=yes

    [Install]
    WantedBy=timers.target

    """
  }

  /// The line for `crontab -e` of whoever owns the practice; a template has none.
  var crontab: String? {
    guard case .folder(let practice) = practice else { return nil }
    let variable = library.map { "PLAN_COVER_ORTOOLS=\(UnitText.crontabArgument($0)) " } ?? ""
    return "\(time.crontabFields) umask 077; \(variable)\(UnitText.crontabArgument(program)) plan --digest --"
      + " \(UnitText.crontabArgument(practice))"
  }

  private var control: String { manager == .user ? "systemctl --user" : "systemctl" }

  private var subject: String {
    if case .instance = practice { "%f" } else { name }
  }

  private var who: [String] {
    var lines: [String] = []
    if let owner, owner != "root" { lines.append("User=\(owner)") }
    if let library { lines.append("Environment=\(UnitText.quoted("PLAN_COVER_ORTOOLS=\(library)"))") }
    return lines
  }

  /// Health data: the run reaches no network, no device, nobody's home, and writes into the practice's folder alone.
  private var sandbox: [String] {
    let folder = practice.setting
    return [
      "UMask=0077", "LimitCORE=0", "ProtectSystem=strict", "ReadWritePaths=\(folder)",
    ] + (livesInHome ? ["ProtectHome=read-only"] : ["ProtectHome=tmpfs", "BindPaths=\(folder)"]) + Self.isolation
  }

  private static let isolation = [
    "PrivateTmp=yes", "PrivateNetwork=yes", "IPAddressDeny=any", "RestrictAddressFamilies=none", "PrivateDevices=yes",
    "DevicePolicy=closed", "PrivateUsers=yes", "PrivateMounts=yes", "PrivateIPC=yes", "RemoveIPC=yes",
    "KeyringMode=private",
    "NoNewPrivileges=yes", "CapabilityBoundingSet=", "AmbientCapabilities=", "RestrictSUIDSGID=yes",
    "RestrictNamespaces=yes", "RestrictRealtime=yes", "LockPersonality=yes", "MemoryDenyWriteExecute=yes",
    "ProtectClock=yes", "ProtectControlGroups=yes", "ProtectHostname=yes", "ProtectKernelLogs=yes",
    "ProtectKernelModules=yes", "ProtectKernelTunables=yes", "ProtectProc=invisible", "ProcSubset=pid",
    "SystemCallArchitectures=native", "SystemCallFilter=@system-service", "SystemCallFilter=~@privileged @resources",
    "SystemCallErrorNumber=EPERM",
  ]
}
