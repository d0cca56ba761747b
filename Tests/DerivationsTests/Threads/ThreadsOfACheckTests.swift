import Testing

@testable import Derivations

/// The outcome of a check does not depend on how many threads it is divided among.
@Suite struct ThreadsOfACheckTests {
  private func outcome(_ bytes: [UInt8], threads: Int) throws -> Outcome {
    var derivation = try Derivation(bytes: bytes, file: "test.md")
    derivation.threads = threads
    return try derivation.check { _ in }
  }

  @Test(arguments: ["qubit-two-baths", "driven-atom", "absorption-refrigerator"])
  func shippedDerivations(name: String) throws {
    let bytes = try Sample.shipped(name)
    let one = try outcome(bytes, threads: 1)
    #expect(!one.lines.isEmpty)
    for threads in [2, 5] { #expect(try outcome(bytes, threads: threads) == one) }
  }

  @Test func thePaper() throws {
    var derivation = try Derivation(
      bytes: Array(try Paper.text.get().utf8), file: "derivations/hadipour-haseli-2024.md")
    derivation.threads = 1
    var announced: [String] = []
    let one = try derivation.check { announced.append($0) }
    derivation.threads = 4
    var others: [String] = []
    let four = try derivation.check { others.append($0) }
    #expect(four == one)
    #expect(try Paper.outcome.get() == one)
    #expect(others == announced)
    #expect(announced.first == "Eq. 0+1")
    #expect(announced.last == "Fig. 7b")
  }

  // Both definitions use what is not declared: in two sections, so that two threads meet them. The first
  // one is said, though the second section's is met as early.
  @Test(arguments: [1, 2, 4])
  func theFirstErrorIsSaid(threads: Int) throws {
    let text =
      Sample.qubit + #"""
        $$ q = n + 1 $$
        $$ r = n + u $$
        ## B
        ```rederive
        given \kappa = 2
        ```
        $$ s = n + v $$
        """#
    let error = #expect(throws: FileError.self) {
      try outcome(Array(text.utf8), threads: threads)
    }
    let message = try #require(error?.diagnostics.first?.message)
    #expect(message == "undeclared symbol 'u'")
  }

  // Undeclared symbols of lines in two sections, told in the order of the document.
  @Test(arguments: [1, 2, 4])
  func diagnosticsStandInOrder(threads: Int) throws {
    let text =
      Sample.qubit + #"""
        $$ p_e = u $$
        ## B
        ```rederive
        given \kappa = 2
        ```
        $$ p_e = v $$
        ## C
        $$ p_e = w $$
        """#
    let found = try outcome(Array(text.utf8), threads: threads).diagnostics.map(\.message)
    #expect(found == ["u", "v", "w"].map { "undeclared symbol '\($0)'" })
  }
}
