import Derivations
import Foundation

/// W3: a quantity of the steady state over a grid of parameters.
struct SweepWork {
  /// How far two programs may be apart.
  static let tolerance = 1e-9

  var effort: Effort
  var peers: [(peer: InstalledPeer, method: String)]
  var progress: (String) -> Void = { _ in }

  /// A sweep that is ready to run.
  struct Item {
    var place: Record.Place
    /// What a peer reads: the name, and of each axis both ends and the number of values.
    var task: String
    var sweep: Sweep
    /// The quantity at some points of the grid, by the null space of the whole Liouvillian.
    var reference: [Int: Double]
  }

  func run(_ items: [Item], into ledger: inout Ledger) {
    for round in 0..<effort.rounds {
      for item in items {
        progress("w3 \(item.place.item)")
        guard let values = runOurs(item, into: &ledger) else { continue }
        for (peer, method) in peers {
          let program = peer.peer.program(method)
          if ledger.record(item.place, program)?.problem != nil { continue }
          progress("w3 \(item.place.item), \(program.title)")
          runPeer(peer, program, on: item, values, isFirst: round == 0, into: &ledger)
        }
      }
    }
  }

  /// One round of ours on one thread and on all; the values if they are right.
  func runOurs(_ item: Item, into ledger: inout Ledger) -> [Double]? {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    var values: [Double] = []
    for threads in Set([1, cores]).sorted() {
      let program = Record.Program(
        name: Record.Program.ours.name, method: threads == 1 ? "" : "\(threads) threads")
      do {
        let run = try repeated(effort.repetitions, within: effort.budget) {
          try item.sweep.quantities(0..<item.sweep.count, threads: threads)
        }
        values = run.result.first ?? []
        if let fault = Self.fault(of: item.reference, against: values) {
          ledger.addFault(item.place, program, fault)
          return nil
        }
        ledger.add(
          Record(
            place: item.place, program: program, seconds: run.seconds, points: item.sweep.count))
      } catch {
        ledger.addFault(item.place, program, "\(error)")
        return nil
      }
    }
    return values
  }

  private func runPeer(
    _ peer: InstalledPeer, _ program: Record.Program, on item: Item, _ values: [Double],
    isFirst: Bool, into ledger: inout Ledger
  ) {
    var record = Record(place: item.place, program: program, version: peer.version)
    do throws(InstalledPeer.Problem) {
      let answer = try peer.measure(
        program.method, on: item.task, effort: effort, wantsAnswer: isFirst)
      record.seconds = answer.sweep ?? []
      record.points = answer.points
      let sample = (answer.values ?? []).filter { $0.count == 2 }
      let numbers = sample.compactMap { pair in Int(exactly: pair[0]).map { ($0, pair[1]) } }
      if let fault = Self.fault(of: Dictionary(numbers) { $1 }, against: values) {
        record.problem = "wrong: \(fault)"
        ledger.addFault(item.place, program, fault)
      }
    } catch {
      record.problem = error.text
    }
    ledger.add(record)
  }

  /// What is wrong with a sample of values of a grid.
  static func fault(of sample: [Int: Double], against values: [Double]) -> String? {
    if sample.isEmpty { return "no values" }
    for (index, value) in sample.sorted(by: { $0.key < $1.key }) {
      guard values.indices.contains(index) else { return "a point \(index) outside the grid" }
      // Also for a value that is not a number.
      guard abs(value - values[index]) <= tolerance else {
        return "\(value) at point \(index), not \(values[index])"
      }
    }
    return nil
  }
}

extension SweepWork.Item {
  /// Reads the file, prepares the sweep and computes the reference.
  init(_ item: Plan.SweepItem) throws(Failure) {
    let data = try contents(of: item.file)
    do {
      let derivation = try Derivation(bytes: Array(data), file: item.file)
      let sweep = try derivation.sweep(item.request)
      // A printed formula's column would be work that the peers do not have.
      guard sweep.columns.count == sweep.axes.count + 1 else {
        throw Failure.badFile(item.file, "the sweep has more than one quantity")
      }
      var reference: [Int: Double] = [:]
      // The corners, middles of edges and the centre of two axes; alike for any number of them.
      let places = sweep.shape.map { [0, $0 / 2, $0 - 1] }
      for point in Self.products(places) {
        let at = zip(point.indices, point).map { axis, place in
          (symbol: item.request.vary[axis].symbol, value: "\(sweep.axes[axis][place])")
        }
        let evaluation = try derivation.evaluate(
          at: at + item.request.at.map { ($0.symbol, $0.value) }, given: item.request.given)
        let index = zip(sweep.shape, point).reduce(0) { $0 * $1.0 + $1.1 }
        reference[index] = evaluation.roads.first { $0.name == "numeric" }?.ergotropy
      }
      let axes = item.request.vary.map { "\($0.from) \($0.to) \($0.count)" }
      self.init(
        place: .init(work: .w3, subject: "sweep the ergotropy", item: item.name),
        task: ([item.name] + axes).joined(separator: "\n") + "\n", sweep: sweep,
        reference: reference)
    } catch let error as FileError {
      throw .badFile(item.file, error.diagnostics.map(\.message).joined(separator: "; "))
    } catch let error as Failure {
      throw error
    } catch {
      throw .badFile(item.file, "\(error)")
    }
  }

  /// Every choice of one element of each list.
  private static func products(_ lists: [[Int]]) -> [[Int]] {
    lists.reduce([[]]) { starts, list in starts.flatMap { start in list.map { start + [$0] } } }
  }
}
