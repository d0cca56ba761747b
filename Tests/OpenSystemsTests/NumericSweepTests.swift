import NumericEvaluation
import OpenSystems
import Testing

struct NumericSweepTests {
  /// A qubit between a bath of temperature 1 and one of `temperature`.
  private static func model(_ temperature: Double) -> NumericModel {
    NumericModel(
      hamiltonian: NumericQubit.excited.scaled(by: 3),
      baths: [1, temperature].map {
        NumericBath(
          coupling: NumericQubit.lowering, statistics: .boson,
          occupation: .thermal(temperature: $0, chemicalPotential: 0),
          strength: .spectralDensity(1))
      })
  }

  // In the order of the points, errors in their places, whatever the number of threads; 1000 is no
  // multiple of what a thread takes.
  @Test(arguments: [1, 2, 3, 100])
  func threadsDoNotMatter(threads: Int) throws {
    func temperature(_ point: Int) -> Double { Double(point - 70) / 100 }
    let found = NumericSweep.observables(count: 1000, dimension: 2, threads: threads) {
      Self.model(Double($0 - 70) / 100)
    }
    #expect(found.count == 1000)
    var workspace = NumericWorkspace(dimension: 2)
    for (point, outcome) in found.enumerated() {
      guard point > 70 else {
        #expect(outcome == .failure(.temperature(temperature(point), bath: 1)))
        continue
      }
      #expect(outcome == .success(try workspace.observables(of: Self.model(temperature(point)))))
    }
  }

  @Test func noPoints() {
    #expect(NumericSweep.observables(count: 0, dimension: 2) { Self.model(Double($0)) }.isEmpty)
  }
}
