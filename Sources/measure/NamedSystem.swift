import ExactAlgebra
import Foundation

/// Linear equations of the measurement.
struct NamedSystem: Sendable {
  var name: String
  /// Every variable of the equations is below.
  var symbolCount: Int
  var system: LinearSystem

  /// The symbols as other programs get them, so that no name clashes with one of their own.
  var symbols: [String] { (0..<symbolCount).map { "v\($0)" } }

  /// What a peer reads, a line each: the number of symbols, the symbols, the number of unknowns, the
  /// matrix row by row, the right side.
  var peerText: String {
    let entries = system.matrix.joined() + system.rightHandSide
    let lines =
      ["\(symbolCount)"] + symbols + ["\(system.unknownCount)"]
      + entries.map { $0.text(symbols: symbols) }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Polynomial {
  /// The sum of its terms, with `*` and `^`.
  func text(symbols: [String]) -> String {
    if isZero { return "0" }
    let words = terms.map { term in
      let factors = term.exponents.map { entry in
        symbols[entry.variable] + (entry.exponent == 1 ? "" : "^\(entry.exponent)")
      }
      return (["\(term.coefficient)"] + factors).joined(separator: "*")
    }
    return words.joined(separator: " + ").replacing("+ -", with: "- ")
  }
}

extension NamedSystem {
  private struct File: Decodable {
    var name: String
    var symbols: [String]
    var matrix: [[String]]
    var right: [String]

    enum CodingKeys: String, CodingKey {
      case name, symbols
      case matrix = "A"
      case right = "b"
    }
  }

  /// The equations of a JSON file: `symbols`, rows of polynomials `A` and right sides `b`.
  init(json: Data, path: String) throws(Failure) {
    let file: File
    do { file = try JSONDecoder().decode(File.self, from: json) } catch {
      throw .badFile(path, "\(error)")
    }
    let reader = PolynomialReader(symbols: file.symbols)
    func read(_ text: String) throws(Failure) -> Polynomial {
      guard let polynomial = reader.polynomial(text) else {
        throw .badFile(path, "‘\(text)’ is no sum of products of the symbols")
      }
      return polynomial
    }
    var matrix: [[Polynomial]] = []
    for row in file.matrix {
      guard row.count == file.matrix.count else { throw .badFile(path, "the matrix is not square") }
      var entries: [Polynomial] = []
      for text in row { entries.append(try read(text)) }
      matrix.append(entries)
    }
    var right: [Polynomial] = []
    for text in file.right { right.append(try read(text)) }
    guard right.count == matrix.count, !right.isEmpty else {
      throw .badFile(path, "not one right side for each row")
    }
    self.init(
      name: file.name, symbolCount: file.symbols.count,
      system: LinearSystem(matrix: matrix, rightHandSide: right))
  }
}
