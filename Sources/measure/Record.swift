/// What one program needed for one item of one work.
struct Record: Hashable, Sendable {
  /// Where the record stands: the work, what is done, and the item that it is done with.
  struct Place: Hashable, Sendable {
    var work: Work
    /// What the table is about: `solve`, or the family and the step, `ring, solve`.
    var subject: String
    var item: String
  }

  /// Who did it and how; ours is the program without a method.
  struct Program: Hashable, Sendable {
    var name: String
    var method: String
    /// Whether the program itself ships the method; otherwise we wrote it on its polynomials.
    var isShipped = false

    static let ours = Program(name: "Rederive", method: "")

    var isOurs: Bool { name == Self.ours.name }

    var title: String { method.isEmpty ? name : "\(name), \(method)" }
  }

  var place: Place
  var program: Program
  var version = ""
  /// Seconds of every repetition; none where it did not end with a right result.
  var seconds: [Double] = []
  /// Points of a sweep that took `seconds`.
  var points: Int?
  /// Why there are no times: `timeout`, `wrong: …`.
  var problem: String?

  var timing: Timing? { problem == nil ? Timing(seconds) : nil }

  /// Seconds for the whole work: of a sweep that was timed on fewer points, for each point.
  var cost: Double? { timing.map { $0.median / Double(points ?? 1) } }
}

/// Median and minimum of repetitions, in seconds.
struct Timing: Encodable, Hashable, Sendable {
  var median: Double
  var minimum: Double
  var repetitions: Int
}

extension Timing {
  /// `nil` without a repetition.
  init?(_ seconds: [Double]) {
    let sorted = seconds.sorted()
    guard let first = sorted.first else { return nil }
    let middle = sorted.count / 2
    minimum = first
    median =
      sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    repetitions = sorted.count
  }
}

/// All records in the order in which they first came.
struct Ledger: Sendable {
  private(set) var records: [Record] = []
  /// What was wrong, each with where.
  private(set) var faults: [String] = []

  /// Adds a round's repetitions to those of earlier rounds; a problem stays.
  mutating func add(_ record: Record) {
    guard
      let index = records.firstIndex(where: {
        $0.place == record.place && $0.program == record.program
      })
    else { return records.append(record) }
    records[index].seconds += record.seconds
    if let problem = record.problem { records[index].problem = problem }
  }

  /// Notes that a result is wrong.
  mutating func addFault(_ place: Record.Place, _ program: Record.Program, _ why: String) {
    faults.append("\(place.work.rawValue) \(place.item), \(program.title): \(why)")
  }

  func record(_ place: Record.Place, _ program: Record.Program) -> Record? {
    records.first { $0.place == place && $0.program == program }
  }

  /// How many times longer than ours.
  func ratio(of record: Record) -> Double? {
    guard !record.program.isOurs, let own = self.record(record.place, .ours)?.cost, own > 0 else {
      return nil
    }
    return record.cost.map { $0 / own }
  }
}

/// Calls the body until the repetitions or the seconds are used up, at least once.
func repeated<Result, Fault: Error>(
  _ repetitions: Int, within budget: Double, _ body: () throws(Fault) -> Result
) throws(Fault) -> (seconds: [Double], result: Result) {
  let clock = ContinuousClock()
  var all: [Double] = []
  var spent = 0.0
  while true {
    let start = clock.now
    let result = try body()
    let seconds = start.duration(to: clock.now) / .seconds(1)
    all.append(seconds)
    spent += seconds
    if all.count >= repetitions || spent >= budget { return (all, result) }
  }
}
