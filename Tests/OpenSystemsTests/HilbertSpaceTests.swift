import ExactAlgebra
import SymbolicAlgebra
import Testing

@testable import OpenSystems

@Suite struct HilbertSpaceTests {
  let qubits = TwoQubits.space
  let mixed = HilbertSpace([
    HilbertSpace.Subsystem(name: "a", levels: ["0", "1", "2"]),
    HilbertSpace.Subsystem(name: "b", levels: ["g", "e"]),
  ])

  // The last subsystem runs fastest.
  @Test func labels() {
    #expect(qubits.labels == ["ee", "eg", "ge", "gg"])
    #expect(mixed.labels == ["0g", "0e", "1g", "1e", "2g", "2e"])
    #expect(qubits.dimension == 4)
    #expect(mixed.dimension == 6)
    #expect(HilbertSpace([]).dimension == 1)
  }

  @Test func kets() {
    #expect(qubits.ket("eg") == [.zero, .one, .zero, .zero])
    #expect(qubits.ket("gg") == qubits.unitVector(3))
    #expect(qubits.ket("e") == nil)
    #expect(qubits.ket("") == nil)
  }

  // σ₋⁽¹⁾|eg⟩ = |gg⟩, σ₋⁽²⁾|eg⟩ = 0, σ₋⁽²⁾|ee⟩ = |eg⟩
  @Test func siteOperators() throws {
    let first = try #require(qubits.siteOuter("1", "g", "e"))
    let second = try #require(qubits.siteOuter("2", "g", "e"))
    #expect(first * (try #require(qubits.ket("eg"))) == qubits.unitVector(3))
    #expect(second * (try #require(qubits.ket("eg"))) == [.zero, .zero, .zero, .zero])
    #expect(second * (try #require(qubits.ket("ee"))) == qubits.unitVector(1))
    #expect(first * second == second * first)
    #expect((first.adjoint * first).trace == Scalar(2))
  }

  @Test func unknownSitesAndLevels() {
    #expect(qubits.siteOuter("3", "g", "e") == nil)
    #expect(qubits.siteOuter("1", "g", "x") == nil)
    #expect(qubits.siteOuter("1", "x", "e") == nil)
    #expect(mixed.siteOuter("b", "0", "1") == nil)
  }

  // Σ over the levels of |a⟩⟨a| is the identity.
  @Test(arguments: ["a", "b"]) func completeness(site: String) throws {
    let subsystem = try #require(mixed.subsystems.first { $0.name == site })
    var total = OperatorMatrix.zero(6)
    for level in subsystem.levels {
      total = total + (try #require(mixed.siteOuter(site, level, level)))
    }
    #expect(total == .identity(6))
  }
}
