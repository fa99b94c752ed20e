// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [.enableUpcomingFeature("InternalImportsByDefault")]

func module(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name + "Tests", dependencies: [.target(name: name)] + dependencies, exclude: exclude)
}

let package = Package(
  name: "plan-cover",
  products: [.executable(name: "plan-cover", targets: ["plan-cover"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // No traits: none is needed, and SwiftPM orders several of them anew in each process, which rebuilt half of everything.
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0", traits: []),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "CLibical", pkgConfig: "libical", providers: [.apt(["libical-dev"]), .brew(["libical"])]),
    .target(name: "COrTools"),
    module("CivilTime", []),
    module("ICalendar", ["CLibical", "CivilTime"]),
    module(
      "CPSAT", ["COrTools", .product(name: "SwiftProtobuf", package: "swift-protobuf")],
      exclude: ["Messages/cp_model.proto"]),
    module("CoverDomain", ["CivilTime"]),
    module("CoverIdentity", ["CivilTime", "CoverDomain", .product(name: "Crypto", package: "swift-crypto")]),
    module("CoverIntake", ["CivilTime", "CoverDomain", "CoverIdentity", "ICalendar", "Yams"]),
    module("CoverPlanning", ["CivilTime", "CoverDomain", "CPSAT"]),
    module("CoverVerification", ["CivilTime", "CoverDomain"]),
    module(
      "CoverPublishing",
      [
        "CivilTime", "CoverDomain", "CoverIdentity", "ICalendar", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    module("CoverTestSupport", ["CivilTime", "CoverDomain"]),
    .executableTarget(
      name: "plan-cover",
      dependencies: [
        "CivilTime", "CoverDomain", "CoverIntake", "CoverPlanning", "CoverVerification", "CoverPublishing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // Not of the program: what the benchmarks need of its modules.
    .executableTarget(
      name: "cover-instance",
      dependencies: [
        "CivilTime", "CoverIntake", "CoverPlanning", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/Sources/cover-instance", swiftSettings: settings),
    .target(
      name: "ShiftMinimisation", dependencies: ["CPSAT"], path: "Benchmarks/Sources/ShiftMinimisation",
      swiftSettings: settings),
    .executableTarget(
      name: "shift-minimisation",
      dependencies: ["CPSAT", "ShiftMinimisation", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      path: "Benchmarks/Sources/shift-minimisation", swiftSettings: settings),
    .testTarget(
      name: "ShiftMinimisationTests", dependencies: ["CPSAT", "ShiftMinimisation"],
      path: "Benchmarks/Tests/ShiftMinimisationTests"),
    tests("CivilTime", []),
    tests("ICalendar", ["CivilTime", "CoverTestSupport"], exclude: ["oracle"]),
    tests("CPSAT", []),
    tests("CoverDomain", ["CivilTime", "CoverTestSupport"]),
    tests("CoverIdentity", ["CivilTime", "CoverDomain"]),
    tests("CoverIntake", ["CivilTime", "CoverDomain", "CoverTestSupport"]),
    tests("CoverPlanning", ["CivilTime", "CoverDomain", "CoverVerification", "CoverTestSupport"]),
    tests("CoverVerification", ["CivilTime", "CoverDomain", "CoverTestSupport"]),
    tests("CoverPublishing", ["CivilTime", "CoverDomain", "ICalendar", "CoverTestSupport"]),
    .testTarget(name: "CommandLineTests", dependencies: ["plan-cover"], exclude: ["interop"]),
  ]
)
