import Derivations
import Testing

@testable import Reports

@Suite struct ReportPageTests {
  private static func page(
    _ outcome: Outcome, stages: Stages = Samples.stages, facts: [Fact] = [],
    figures: [FigureData] = []
  ) -> String {
    ReportPage(
      file: CheckedFile(path: "a & b.md", source: Samples.source, outcome: outcome),
      stages: stages, facts: facts, figures: figures, version: "1.2.3"
    ).render()
  }

  /// What is wrong with a page as XML: elements closed in their turn, no name twice, no link to nothing.
  static func faults(_ page: String) -> [String] {
    var faults: [String] = []
    var open: [Substring] = []
    var names: Set<Substring> = []
    var links: [Substring] = []
    guard page.hasPrefix("<!DOCTYPE html>\n") else { return ["no document type"] }
    var rest = page.dropFirst("<!DOCTYPE html>".count)
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else { return ["an open tag"] }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        if open.popLast() != tag.dropFirst() { faults.append("</\(tag)") }
        continue
      }
      let name = tag.prefix { $0 != " " && $0 != "/" }
      if ["script", "link", "img", "iframe"].contains(name) { faults.append("<\(name)>") }
      if !tag.hasSuffix("/") { open.append(name) }
      let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
      for (place, part) in parts.enumerated() where place % 2 == 0 && place + 1 < parts.count {
        let value = parts[place + 1]
        switch part.trimming(while: \.isWhitespace).split(separator: " ").last {
        case "id=": if !names.insert(value).inserted { faults.append("twice: \(value)") }
        case "href=": links.append(value)
        default: break
        }
      }
    }
    faults += open.map { "open: \($0)" }
    faults += links.filter { !$0.hasPrefix("#") || !names.contains($0.dropFirst()) }
      .map { "leads nowhere: \($0)" }
    return faults
  }

  private static let figure = FigureData(
    name: "3a", quantity: #"\mathcal{E}"#, unit: "J",
    axes: [.init(symbol: "T", unit: nil, values: [0, 1, 2])],
    series: [.init(label: "a = 1", derived: [1, 2, 3], printed: [1, 3, 5])],
    parameters: ["b = 2"], equations: ["27"], notes: ["chosen"])

  private static let claim = Claim(
    figure: "3a", section: "Abstract", statement: "$E$ rises", sentence: #"it <rises> with \mu."#,
    judgements: [
      .init(
        reading: "derived", verdict: .fails, basis: .points, points: 3,
        witness: [.init(at: [.init(symbol: "T", value: 1)], value: 2)], reason: "it falls"),
      .init(
        reading: "printed", verdict: .holds, basis: .proof, points: 3, witness: [], reason: ""),
    ],
    location: Samples.place(1..<2))

  private static var rich: Outcome {
    var outcome = Samples.rich
    outcome.claims = [claim, claim]
    outcome.conflicts = [
      .init(figure: "3a", first: 0, second: 1, statement: "both cannot be so")
    ]
    outcome.consequences = [
      Consequence(
        severity: .conclusion, equations: ["27"], lines: [2],
        changes: [.init(quantity: "$E$ of Fig. 3a", at: [], right: 1, wrong: 2)],
        unchanged: ["$U$"], turns: [.init(claim: 0, right: .fails, wrong: .holds)],
        usedBy: ["28"])
    ]
    outcome.lines.append(Samples.line("29", "z", .unreadable, notes: ["an integral"]))
    return outcome
  }

  private static let facts = [
    Fact(
      kind: .secondLaw, given: ["boson"], statement: "The entropy $S$ falls.", verdict: .fails,
      how: "at a point", point: [.init(symbol: "T", value: "1")]),
    Fact(
      kind: .firstLaw, given: [], statement: "Energy is kept.", verdict: .proved, how: "by $1 = 1$"),
  ]

  private static let full = page(rich, facts: facts, figures: [figure])

  @Test func isWellFormed() {
    #expect(Self.faults(Self.full) == [])
    #expect(Self.faults(Self.page(Samples.outcome)) == [])
  }

  @Test func theSameEachTime() {
    #expect(Self.page(Self.rich, facts: Self.facts, figures: [Self.figure]) == Self.full)
  }

  /// Every section that has something to say stands there, in this order, and in the navigation.
  @Test func sections() {
    let names = [
      "headline", "lines", "attention", "findings", "figures", "claims", "facts", "derivation",
      "following", "codes", "basis", "reproduce",
    ]
    let places = names.map { Self.full.firstRange(of: "<section id=\"\($0)\"")?.lowerBound }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 }.sorted() == places.compactMap { $0 })
    for name in names { #expect(Self.full.contains("<li><a href=\"#\(name)\">")) }
    #expect(!Self.page(Samples.outcome).contains("id=\"figures\""))
  }

  @Test func headline() {
    let start = Self.full.firstRange(of: "id=\"headline\"")?.upperBound ?? Self.full.startIndex
    let end = Self.full.firstRange(of: "id=\"lines\"")?.lowerBound ?? Self.full.endIndex
    let headline = Self.full[start..<end]
    #expect(headline.contains("One line does not follow from the model that the file states: "))
    #expect(headline.contains("where a sign between two factors is missing, changes a conclusion"))
    #expect(headline.contains("fails, with what is printed it holds."))
    #expect(headline.contains("<strong>2</strong> <span class=\"verdict bad\">"))
    #expect(headline.contains("</span> fail</span>"))
  }

  /// A paper of which all is right is not said to have anything wrong.
  @Test(
    arguments: [
      ([Verdict.proved, .defined], "Every printed line follows from the model"),
      ([.proved, .unreadable], "No printed line is refuted; 1 of 2 are not proved either."),
      ([], "Nothing was checked: the file prints no equations."),
    ])
  func verdicts(_ verdicts: [Verdict], _ words: String) {
    let lines = verdicts.map { Samples.line("1", "x", $0) }
    let outcome = Outcome(derivation: "a", title: "A", lines: lines, assumptions: [])
    #expect(Self.page(outcome).contains(words))
    #expect(!Self.page(outcome).contains("What it changes"))
  }

  /// The printed formula with a box where something is missing, the derived one, and the repair with what
  /// was put in.
  @Test func anEntry() {
    #expect(Self.full.contains(#"<article id="line-3" aria-labelledby="line-3-h">"#))
    #expect(Self.full.contains(#"<mspace class="differs" width="0.6em""#))
    #expect(
      Self.full.contains(
        #"<mi>a</mi><mrow class="mended"><mo form="infix">−</mo></mrow><mi>b</mi>"#))
    #expect(Self.full.contains("Marked: a place where something is missing."))
    #expect(Self.full.contains("a dashed box stands where something is missing"))
    #expect(Self.full.contains("<p>put in '-' (proved; the only repair with one edit)</p>"))
    #expect(Self.full.contains("<code>rederive check --equation 27 'a &amp; b.md'</code>"))
  }

  @Test func claims() {
    // Said twice in the same words: one block, both places.
    #expect(Self.full.contains("Abstract, line 211; Abstract, line 211"))
    #expect(Self.full.contains("“it &lt;rises&gt; with "))
    #expect(Self.full.contains("<a href=\"#claim-1\">"))
    #expect(!Self.full.contains("id=\"claim-2\""))
    #expect(Self.full.contains("; by the printed formulas it holds"))
  }

  @Test func pictures() {
    #expect(Self.full.split(separator: "<svg ").count == 4)
    #expect(Self.full.contains("<figcaption>Figure 3a, as printed</figcaption>"))
    #expect(Self.full.contains("<strong>As derived from the model</strong>: Curves over T"))
  }

  @Test func nothingFromElsewhere() {
    #expect(Self.full.contains("content=\"default-src 'none'; style-src 'unsafe-inline';"))
    // The one address is the name of SVG, the one reference is to a part of the picture itself.
    let rest = Self.full.replacing("http://www.w3.org/2000/svg", with: "")
      .replacing("url(#", with: "")
    for word in ["http://", "https://", "url(", "@import", "<script", " onload=", " src="] {
      #expect(!rest.contains(word), "\(word)")
    }
  }

  @Test func reproduction() {
    #expect(Self.full.contains(SHA256.hexadecimal(of: Samples.source)))
    #expect(Self.full.contains("rederive report --out report.html 'a &amp; b.md'"))
    #expect(Self.full.contains("rederive 1.2.3"))
  }

  /// The sheet can stand in XML as it is, and braces match.
  @Test func theStyleSheet() {
    #expect(!PageStyle.sheet.contains { $0 == "<" || $0 == "&" })
    let opening = PageStyle.sheet.count { $0 == "{" }
    #expect(opening == PageStyle.sheet.count { $0 == "}" })
  }
}

extension Substring {
  fileprivate func trimming(while isBlank: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, isBlank(last) { text.removeLast() }
    return text
  }
}
