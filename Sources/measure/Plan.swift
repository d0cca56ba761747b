import Derivations
import Foundation

/// What is measured, read from `Tests/Measurements/plan.json`.
struct Plan: Decodable, Sendable {
  /// Names of the systems of W1 and W2.
  var systems: [String]
  var families: [Family]
  var sweeps: [SweepItem]
  var processes: [ProcessItem]
  var peers: [Peer]
  /// The package's folder, with a slash; empty for the current one.
  var root = ""

  private enum CodingKeys: CodingKey {
    case systems, families, sweeps, processes, peers
  }

  /// Systems that grow: a ``Chain`` of that name, or else files `name_nSIZE.json`.
  struct Family: Decodable, Sendable {
    var name: String
    var sizes: [Int]
  }

  /// A sweep over a grid that a derivation file's model is put to.
  struct SweepItem: Decodable, Sendable {
    var name: String
    var file: String
    var request: SweepRequest
  }

  /// A whole run of `rederive` and the status it must end with.
  struct ProcessItem: Decodable, Sendable {
    var name: String
    var arguments: [String]
    var status: Int32
  }

  static let folder = "Tests/Measurements"

  /// The plan of the package in a folder.
  static func read(in root: String = "") throws(Failure) -> Plan {
    let path = "\(root)\(folder)/plan.json"
    let data = try contents(of: path)
    do {
      var plan = try JSONDecoder().decode(Plan.self, from: data)
      plan.root = root
      return plan
    } catch {
      throw .badFile(path, "\(error)")
    }
  }

  /// The system of a file.
  func system(_ name: String) throws(Failure) -> NamedSystem {
    let path = "\(root)\(Self.folder)/systems/\(name).json"
    return try NamedSystem(json: contents(of: path), path: path)
  }

  /// The members of a family; in short form the two smallest.
  func members(of family: Family, short: Bool) throws(Failure) -> [NamedSystem] {
    var members: [NamedSystem] = []
    for size in short ? Array(family.sizes.prefix(2)) : family.sizes {
      if let chain = Chain(rawValue: family.name) {
        members.append(chain.system(size))
      } else {
        members.append(try system("\(family.name)_n\(size)"))
      }
    }
    return members
  }
}
