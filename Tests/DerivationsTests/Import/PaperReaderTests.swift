import Testing

@testable import Derivations

@Suite struct PaperReaderTests {
  @Test(
    arguments: [
      ("a.tex", "$$ a = b (1) $$", ImportedPaper.Format.latex), ("a.MD", "$$ a $$", .markdown),
      ("-", "\\documentclass{article} $$ a $$", .latex), ("-", "$$ a $$", .markdown),
    ])
  func theFormatIsGuessed(file: String, text: String, format: ImportedPaper.Format) throws {
    let paper = try PaperReader.read(bytes: Array(text.utf8), file: file)
    #expect(paper.format == format)
  }

  @Test(arguments: ImportedPaper.Format.allCases, ["", "text $x$", "\\begin{equation}", "$$"])
  func aPaperWithoutDisplaysIsAnError(format: ImportedPaper.Format, text: String) {
    let error = #expect(throws: FileError.self) { try ImportSamples.read(text, format) }
    #expect(error?.diagnostics.first?.code == "no-displays")
    #expect(error?.diagnostics.first?.message == "no display was found in this paper")
  }

  @Test func bytesThatAreNoText() {
    for bytes: [UInt8] in [[0], [0xFF, 0x24]] {
      #expect(throws: FileError.self) { try PaperReader.read(bytes: bytes, file: "a.md") }
    }
  }

  @Test func lineBreaksAndMarksOfOtherSystems() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("# T\r\n\r\n$$\r\na = b\r\n+ c \\tag{1}\r\n$$\r\n".utf8)
    let paper = try PaperReader.read(bytes: bytes, file: "a.md")
    #expect(paper.title == "T")
    #expect(paper.displays.map(\.display) == [ImportedDisplay("a = b\n+ c", number: "1")])
    #expect(paper.displays.map(\.line) == [3] || paper.displays.map(\.line) == [4])
  }

  @Test(
    arguments: [
      (["1", "2", "4", "7", "8"], ["3", "5–6"], []), (["2", "1", "2", "2"], [], ["2"]),
      (["1.1", "1.3", "2.1", "A1", "A3"], ["1.2", "A2"], []), (["1a", "1b", "2"], [], []),
      (["T", "*"], [], []), (["99999999999999999999"], [], []),
      (["3", "100000"], ["1–2", "4–99999"], []),
    ] as [([String], [String], [String])])
  func sequences(numbers: [String], missing: [String], repeated: [String]) {
    let sequence = NumberSequence(numbers)
    #expect(sequence.missing == missing)
    #expect(sequence.repeated == repeated)
  }

  @Test func smallerNumbersAreSaid() throws {
    let remarks = try ImportSamples.remarks(
      "$$ a = b (1) $$ \n\n$$ c = d \\tag{3} $$\n\n$$ e = f \\tag{2} $$", .markdown)
    #expect(remarks == ["5: (2) is smaller than the number before it"])
  }

  // First places in order; a power, an index of a sum and a dagger are no part of a name.
  @Test func proposals() throws {
    let text = #"""
      $$ H = \omega_1 \sigma_+^{(1)} \sigma_- + g^2 x_{ik}^{n} \tag{1} $$
      $$ f(t) = e^{-i\kappa t} \langle e|\rho|g\rangle, \quad |\psi\rangle = a^\dagger |0\rangle \tag{2} $$
      $$ \omega_1 = N^+ \tag{3} $$
      """#
    let proposals = SymbolProposals(try ImportSamples.read(text, .markdown))
    #expect(proposals.leftSides == ["H", "f(t)", #"|\psi\rangle"#, #"\omega_1"#])
    #expect(
      proposals.symbols == [
        #"\sigma_+^{(1)}"#, #"\sigma_-"#, "g", "x_{ik}", "n", "t", #"\kappa"#, #"\rho"#, "a", "N^+",
      ])
    #expect(proposals.kets == ["e", "g", #"\psi"#, "0"])
  }
}
