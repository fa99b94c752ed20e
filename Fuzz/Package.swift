// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that the program's is never built with a sanitizer. The modules are the program's, by links.

// With FUZZ_SANITIZERS=fuzzer,address memory is watched as well.
let sanitizers = "-sanitize=" + (Context.environment["FUZZ_SANITIZERS"] ?? "fuzzer")
let flags = [sanitizers, "-parse-as-library"]

func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Modules/\(name)",
    swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault"), .unsafeFlags(flags)])
}

func fuzzer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies + ["CLibFuzzer"], swiftSettings: [.unsafeFlags(flags)],
    linkerSettings: [.unsafeFlags([sanitizers])])
}

let package = Package(
  name: "fuzz",
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CLibFuzzer", path: "Sources/CLibFuzzer"),
    .systemLibrary(name: "CLibical", path: "Modules/CLibical", pkgConfig: "libical"),
    module("CivilTime", []),
    module("ICalendar", ["CLibical", "CivilTime"]),
    module("CoverDomain", ["CivilTime"]),
    module("CoverIdentity", ["CivilTime", "CoverDomain", .product(name: "Crypto", package: "swift-crypto")]),
    module("CoverIntake", ["CivilTime", "CoverDomain", "CoverIdentity", "ICalendar", "Yams"]),
    fuzzer("FuzzReader", ["CivilTime", "ICalendar"]),
    fuzzer("FuzzIntake", ["CivilTime", "CoverDomain", "CoverIntake", "ICalendar"]),
  ]
)
