// swift-tools-version: 6.2
import PackageDescription

/// The one road of the data: a target imports only names to its left.
///
///     ExactAlgebra, LaTeXMath < SymbolicAlgebra < NumericEvaluation < OpenSystems, Checking
///       < Derivations < Reports < rederive
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> [Target] {
  [
    .target(name: name, dependencies: dependencies, swiftSettings: strict),
    .testTarget(
      name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies,
      swiftSettings: strict),
  ]
}

let package = Package(
  name: "Rederive",
  platforms: [.macOS(.v15)],
  products: [
    .library(
      name: "Rederive",
      targets: [
        "ExactAlgebra", "LaTeXMath", "SymbolicAlgebra", "NumericEvaluation",
        "OpenSystems", "Checking", "Derivations", "Reports",
      ]),
    .executable(name: "rederive", targets: ["rederive"]),
  ],
  targets: library("ExactAlgebra")
    + library("LaTeXMath")
    + library("SymbolicAlgebra", ["ExactAlgebra"])
    + library("NumericEvaluation", ["ExactAlgebra", "SymbolicAlgebra"])
    + library("OpenSystems", ["ExactAlgebra", "SymbolicAlgebra", "NumericEvaluation"])
    + library("Checking", ["ExactAlgebra", "SymbolicAlgebra"])
    + library(
      "Derivations",
      [
        "ExactAlgebra", "LaTeXMath", "SymbolicAlgebra", "NumericEvaluation", "OpenSystems",
        "Checking",
      ])
    + library("Reports", ["Derivations", "LaTeXMath"])
    + [
      .executableTarget(
        name: "rederive", dependencies: ["Derivations", "Reports"], swiftSettings: strict),
      .testTarget(
        name: "RederiveTests", dependencies: ["rederive", "Derivations", "Reports"],
        swiftSettings: strict),
      // A tool of this package, in none of its products; it runs `rederive` as a process.
      .executableTarget(
        name: "measure", dependencies: ["ExactAlgebra", "Derivations", "Reports", "rederive"],
        swiftSettings: strict),
      .testTarget(
        name: "MeasureTests", dependencies: ["measure", "ExactAlgebra", "Derivations"],
        swiftSettings: strict),
    ],
  swiftLanguageModes: [.v6]
)
