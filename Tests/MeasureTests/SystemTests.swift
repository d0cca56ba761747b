import ExactAlgebra
import Foundation
import Testing

@testable import measure

/// The package's folder, wherever the tests run.
let root =
  #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
  .joined(separator: "/") + "/"

@Suite struct SystemTests {
  // Unknowns, symbols, entries that are not zero, and terms of all entries, counted in the files of the
  // benchmark that the families come from.
  @Test(arguments: [
    ("boson", [6, 7, 24, 60]), ("fermion", [6, 7, 24, 52]), ("rates", [6, 11, 24, 74]),
    ("xx_n6", [6, 5, 21, 30]), ("xx_n20", [20, 5, 89, 124]),
  ])
  func systemsOfFiles(_ name: String, _ counts: [Int]) throws {
    #expect(shape(try Plan.read(in: root).system(name)) == counts)
  }

  @Test(arguments: [
    ("line", 4, [4, 6, 12, 14]), ("line", 16, [16, 30, 60, 74]), ("ring", 4, [4, 8, 13, 16]),
    ("ring", 12, [12, 24, 45, 56]), ("full", 3, [3, 6, 9, 11]), ("full", 7, [7, 42, 49, 79]),
    ("ssep", 4, [4, 4, 15, 20]), ("ssep", 8, [8, 4, 37, 50]), ("ssep", 16, [16, 4, 85, 114]),
  ])
  func systemsOfFamilies(_ name: String, _ size: Int, _ counts: [Int]) throws {
    let named = try #require(Chain(rawValue: name)).system(size)
    #expect(named.name == "\(name)_n\(size)")
    #expect(shape(named) == counts)
  }

  private func shape(_ named: NamedSystem) -> [Int] {
    let entries = named.system.matrix.joined().filter { !$0.isZero }
    return [
      named.system.unknownCount, named.symbolCount, entries.count,
      entries.map(\.termCount).reduce(0, +),
    ]
  }

  // Two states: up with rate x₀, down with x₁, so p = (x₁, x₀)/(x₀ + x₁).
  @Test func smallestLine() {
    let (up, down) = (Polynomial.variable(0), Polynomial.variable(1))
    #expect(
      Chain.line.system(2).system.solve()
        == .unique([Fraction(down, up + down), Fraction(up, up + down)]))
  }

  // Two sites with a exchange between them and four end rates; with all end rates equal every state
  // is as likely: put back p = 1/4.
  @Test func exclusionWithEqualRatesIsUniform() {
    let system = Chain.ssep.system(4).system
    let equal = system.matrix.map { row in
      row.map { entry in
        (0..<4).reduce(entry) { $0.substituting($1, with: .variable(0)) }
      }
    }
    let quarter = Fraction(Polynomial(1), Polynomial(4))
    #expect(
      LinearSystem(matrix: equal, rightHandSide: system.rightHandSide)
        .isSolved(by: [quarter, quarter, quarter, quarter]))
  }

  @Test func everyMemberOfThePlanIsThere() throws {
    let plan = try Plan.read(in: root)
    for family in plan.families {
      #expect(try plan.members(of: family, short: false).count == family.sizes.count)
      #expect(try plan.members(of: family, short: true).count == 2)
    }
    for peer in plan.peers {
      let path = "\(root)\(Plan.folder)/peers/\(peer.source)"
      #expect(FileManager.default.fileExists(atPath: path), "\(path)")
      let methods = (peer.solve ?? []) + (peer.grow ?? []) + (peer.sweep ?? [])
      #expect(!methods.isEmpty)
      #expect(Set(peer.shipped ?? []).isSubset(of: methods))
    }
  }

  @Test func whatAPeerReads() throws {
    let json = #"{"name": "n", "symbols": ["b", "a"], "A": [["a - 2*b**2"]], "b": ["1"]}"#
    let named = try NamedSystem(json: Data(json.utf8), path: "n.json")
    #expect(named.peerText == "2\nv0\nv1\n1\n-2*v0^2 + 1*v1\n1\n")
  }

  @Test(arguments: [
    (#"{"name": "n"}"#, ""), ("[", ""),
    (#"{"name": "n", "symbols": [], "A": [["c"]], "b": ["1"]}"#, "‘c’ is no sum of products"),
    (#"{"name": "n", "symbols": [], "A": [["1", "2"]], "b": ["1"]}"#, "the matrix is not square"),
    (#"{"name": "n", "symbols": [], "A": [["1"]], "b": []}"#, "not one right side"),
  ])
  func badFiles(_ json: String, _ part: String) {
    do {
      _ = try NamedSystem(json: Data(json.utf8), path: "n.json")
      Issue.record("it was read")
    } catch {
      #expect(error.status == .badFile)
      #expect(error.text.hasPrefix("error: n.json: \(part)"), "\(error.text)")
    }
  }

  @Test func missingFiles() {
    #expect(throws: Failure.noFile("/nowhere/Tests/Measurements/plan.json")) {
      try Plan.read(in: "/nowhere/")
    }
    #expect(Failure.noFile("x").text.contains("run measure in the package's folder"))
  }
}

@Suite struct PolynomialReaderTests {
  private let reader = PolynomialReader(symbols: ["a", "b_1"])
  private let a = Polynomial.variable(0)
  private let b = Polynomial.variable(1)

  @Test func sumsOfProducts() {
    #expect(reader.polynomial("0") == .zero)
    #expect(reader.polynomial("-a") == -a)
    #expect(reader.polynomial("2*a**2*b_1 - 3 + a*3*a") == 2 * a * a * b - 3 + 3 * a * a)
    #expect(reader.polynomial("-2*a^2+b_1^0-a") == -2 * a * a + 1 - a)
    #expect(
      reader.polynomial("123456789012345678901*a")?.leadingCoefficient.description
        == "123456789012345678901")
  }

  @Test(arguments: [
    "", "+", "a b_1", "2a", "c", "a*", "a**", "a^-1", "(a)", "a^99999999999", "2^3", "a--b_1",
    "1/2",
  ])
  func otherTexts(_ text: String) {
    #expect(reader.polynomial(text) == nil)
  }

  @Test func textsComeBack() {
    let value = 2 * a * a * b - 3 * b + 7
    #expect(value.text(symbols: ["a", "b_1"]) == "2*a^2*b_1 - 3*b_1 + 7")
    #expect(reader.polynomial(value.text(symbols: ["a", "b_1"])) == value)
    #expect(Polynomial.zero.text(symbols: []) == "0")
  }
}
