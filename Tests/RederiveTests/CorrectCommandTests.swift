import Testing
import rederive

/// `rederive correct` as it is typed.
@Suite struct CorrectCommandTests {
  @Test func theNewDocumentGoesToStandardOutput() throws {
    let bench = try Bench(["a.md": "proved\n"])
    #expect(bench.run("correct", "a.md") == .proved)
    #expect(bench.output == "proved\ncorrected\n")
    #expect(bench.errors == "0 corrections; nothing is left to the author\n")
    #expect(bench.folder.contents("a.md") == "proved\n")
  }

  @Test func theStatusIsThatOfTheNewDocument() throws {
    let bench = try Bench(["a.md": "proved refuted\n", "b.md": "unreadable\n"])
    #expect(bench.run("correct", "a.md") == .refuted)
    #expect(bench.run("correct", "b.md") == .undecided)
  }

  @Test func aDiffAppliesToTheFile() throws {
    let bench = try Bench(["a.md": "proved\n"])
    #expect(bench.run("correct", "--diff", "a.md") == .proved)
    #expect(
      bench.output == "--- a.md\n+++ a.md\n@@ -1 +1,2 @@\n proved\n+corrected\n")
  }

  @Test func anErratumIsLaTeX() throws {
    let bench = try Bench(["a.md": "proved\n"])
    #expect(bench.run("correct", "--errata", "--out", "e.tex", "a.md") == .proved)
    #expect(bench.output == "e.tex written\n")
    #expect(bench.folder.contents("e.tex")?.hasPrefix("\\documentclass") == true)
  }

  @Test(arguments: ["a.md", "./a.md", "link.md"])
  func theInputIsNeverChanged(_ out: String) throws {
    let bench = try Bench(["a.md": "proved\n"])
    bench.folder.link("link.md", to: "a.md")
    #expect(bench.run("correct", "--out", out, "a.md") == .usage)
    #expect(
      bench.errors.contains("error: --out \(out) is the file that is read\n"), "\(bench.errors)")
    #expect(bench.errors.contains("the input is never changed: name another file"))
    #expect(bench.folder.contents("a.md") == "proved\n")
  }

  @Test func twoFormsExcludeEachOther() throws {
    let bench = try Bench(["a.md": "proved\n"])
    #expect(bench.run("correct", "--diff", "--errata", "a.md") == .usage)
    #expect(bench.errors.contains("error: --diff and --errata exclude each other\n"))
  }

  @Test func aBadFileIsSaid() throws {
    let bench = try Bench(["a.md": "WRONG"])
    #expect(bench.run("correct", "a.md") == .badFile)
    #expect(bench.errors.contains("this is wrong"))
    #expect(bench.output.isEmpty)
  }
}
