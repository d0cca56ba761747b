import Foundation
import Testing

@testable import measure

@Suite struct ReportTests {
  private let machine = Machine(
    processor: "Abacus", cores: 2, system: "Linux", swift: "6.3", date: "2026-01-02")

  private func measurement() -> Ledger {
    var ledger = Ledger()
    let place = Record.Place(work: .w1, subject: "solve", item: "boson")
    let shipped = Record.Program(name: "Other", method: "solve", isShipped: true)
    ledger.add(Record(place: place, program: .ours, seconds: [0.001, 0.003]))
    ledger.add(Record(place: place, program: .ours, seconds: [0.002]))
    ledger.add(Record(place: place, program: shipped, version: "7", seconds: [0.009]))
    ledger.add(
      Record(
        place: place, program: .init(name: "Other", method: "fast"), version: "7",
        seconds: [0.004]))
    ledger.add(
      Record(
        place: place, program: .init(name: "Slow", method: "m"), version: "8",
        problem: "over 60 s"))
    ledger.add(
      Record(
        place: .init(work: .w2, subject: "put back", item: "boson"), program: .ours,
        seconds: [0.1]))
    return ledger
  }

  private func report(_ works: [Work] = Work.allCases) -> MeasurementReport {
    let timing = Timing(median: 0.2, minimum: 0.1, repetitions: 5)
    return MeasurementReport(
      works: works, short: true, machine: machine, ledger: measurement(),
      processes: [
        .init(name: "check", wall: timing, user: timing, peakMemory: 40_100_000)
      ], missing: [.init(program: "GiNaC", reason: "no c++")])
  }

  @Test func tables() {
    #expect(
      report([.w1, .paper]).tables == """
        **W1, solve**, ms

        | program                           |        boson |
        |-----------------------------------|-------------:|
        | Rederive                          |         2.00 |
        | Other, solve                      | 9.00 (4.50×) |
        | Other, fast                       | 4.00 (2.00×) |
        | Slow, m                           |    over 60 s |
        | fastest shipped solver ÷ Rederive |     **4.50** |
        | fastest peer ÷ Rederive           |     **2.00** |

        **Whole processes**

        | process | median, ms | minimum, ms | user, ms | peak, MB | runs |
        |---------|-----------:|------------:|---------:|---------:|-----:|
        | check   |        200 |         100 |      200 |     40.1 |    5 |

        Not measured: GiNaC (no c++).

        """)
  }

  @Test func markdownStandsByItself() {
    let text = report().markdown
    #expect(text.hasPrefix("Measured on Abacus, 2 cores, Linux, Swift 6.3, 2026-01-02."))
    #expect(text.contains("Peers: Other 7 and Slow 8."))
    #expect(text.contains("**W2, put back**"))
    #expect(text.contains(report().tables))
  }

  @Test func json() throws {
    let text = try report([.w1]).json()
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(
      Set(object.keys)
        == ["schema", "machine", "short", "results", "processes", "missing", "faults"])
    #expect(object["schema"] as? String == "rederive.measure/1")
    let results = try #require(object["results"] as? [[String: Any]])
    // Those of the works that were asked for.
    #expect(results.map { $0["program"] as? String } == ["Rederive", "Other", "Other", "Slow"])
    let timing = try #require(results[0]["timing"] as? [String: Any])
    #expect(timing["median"] as? Double == 0.002)
    #expect(timing["minimum"] as? Double == 0.001)
    #expect(timing["repetitions"] as? Int == 3)
    #expect(results[0]["ratio"] == nil)
    #expect(results[1]["ratio"] as? Double == 4.5)
    #expect(results[3]["problem"] as? String == "over 60 s")
    #expect(results[3]["timing"] == nil)
    let processes = try #require(object["processes"] as? [[String: Any]])
    #expect(processes[0]["peakMemory"] as? Int == 40_100_000)
    #expect((object["missing"] as? [[String: Any]])?.first?["reason"] as? String == "no c++")
  }

  @Test func thisMachine() {
    #expect(Machine.current.cores >= 1)
    #expect(Machine.current.date.count == 10)
    #expect(Machine.current.line.contains("Swift 6."))
  }
}
