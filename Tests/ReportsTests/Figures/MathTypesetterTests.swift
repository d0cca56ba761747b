import Testing

@testable import Reports

@Suite struct MathTypesetterTests {
  private func markup(_ latex: String) -> String {
    MathRun.markup(MathTypesetter.runs(latex), size: 10)
  }

  @Test(arguments: [
    // Variables italic, capital Greek and digits upright.
    (#"\Delta T"#, #"Δ<tspan class="v">T</tspan>"#),
    ("2x", #"2<tspan class="v">x</tspan>"#),
    (#"\mathcal{E}(\rho)"#, #"ℰ(<tspan class="v">ρ</tspan>)"#),
    (#"\mathcal{N}"#, "\u{1D4A9}"),
    (#"\mathrm{GHz}"#, "GHz"),
    // Scripts are 0.7 as large, below by 0.22 or above by 0.36 of an em; what follows comes back.
    (
      "T_1x",
      #"<tspan class="v">T</tspan><tspan font-size="7" dy="2.2">1</tspan><tspan class="v" dy="-2.2">x</tspan>"#
    ),
    ("x^2", #"<tspan class="v">x</tspan><tspan font-size="7" dy="-3.6">2</tspan>"#),
    (
      #"\frac{a}{b+c}"#,
      #"<tspan class="v">a</tspan>/(<tspan class="v">b</tspan><tspan dx="0.5">+</tspan><tspan class="v" dx="0.5">c</tspan>)"#
    ),
    (
      #"\omega = 10"#,
      #"<tspan class="v">ω</tspan><tspan dx="2.6">=</tspan><tspan dx="2.6">10</tspan>"#
    ),
    (
      #"\mu < -1"#,
      #"<tspan class="v">μ</tspan><tspan dx="2.6">&lt;</tspan><tspan dx="2.6">−1</tspan>"#
    ),
    (#"\bar{T}"#, "<tspan class=\"v\">T\u{304}</tspan>"),
    (#"\sin\theta"#, #"sin<tspan class="v" dx="1.4">θ</tspan>"#),
    (
      #"1.5 \cdot 10^{-7}"#,
      #"1.5<tspan dx="0.5">·</tspan><tspan dx="0.5">10</tspan><tspan font-size="7" dy="-3.6">−7</tspan>"#
    ),
  ])
  func formulas(latex: String, expected: String) {
    #expect(markup(latex) == expected)
  }

  /// The upper script begins above the lower one, and what follows stands behind the wider.
  @Test func stackedScripts() {
    let runs = MathTypesetter.runs("N_1^+x")
    #expect(runs.map(\.text) == ["N", "1", "+", "x"])
    let (lower, upper) = (runs[1], runs[2])
    #expect(upper.gap == -lower.width)
    #expect(runs[3].gap == 0 && upper.width > lower.width)
    let wide = MathTypesetter.runs(#"\rho_{11}^+x"#)
    #expect(abs(wide[3].gap - (wide[1].width - wide[2].width)) < 1e-12)
    #expect(wide[3].gap > 0)
    #expect(markup(#"\sigma_-^{\dagger}"#).contains("†"))
  }

  /// In units of a constant J, which is a variable; in kelvin, which is a name; a power of ten before it.
  @Test(
    arguments: [
      ("J", 0, "T(J)", MathRun.Face.italic), (#"\mathrm{K}"#, 0, "T(K)", .upright),
      (#"\mathrm{K}"#, -3, "T(10−3K)", .upright), (nil, 4, "T(×104)", .upright),
      (nil, 0, "T", .italic),
    ] as [(String?, Int, String, MathRun.Face)])
  func namesOfAxes(unit: String?, factor: Int, text: String, face: MathRun.Face) {
    let runs = PlotFrame.name("T", unit: unit, factor: factor)
    #expect(runs.map(\.text).joined() == text)
    #expect(runs.first?.face == .italic)
    #expect(runs.last { $0.text != ")" }?.face == face)
  }

  /// What cannot be read is shown, not dropped, and is no markup.
  @Test(arguments: [#"\frac{a"#, "a}", #"<script>"#, "&", "$", #"\unknowncommand{x}"#])
  func unreadable(latex: String) {
    let markup = markup(latex)
    #expect(!markup.isEmpty)
    #expect(!markup.contains("<script"))
  }

  @Test func prose() {
    var text = RichText()
    text.add(prose: "The text gives no $\\lambda$; it is 2.")
    #expect(
      text.words.map { $0.map(\.text).joined() } == [
        "The", "text", "gives", "no", "λ;", "it", "is", "2.",
      ])
    let lines = text.lines(width: 8)
    #expect(lines.count > 1)
    #expect(lines.allSatisfy { MathRun.width($0) <= 8 })
    #expect(lines.flatMap { $0 }.map(\.text).joined() == "Thetextgivesnoλ;itis2.")
    text = RichText()
    text.add(prose: "costs 5 $")
    #expect(text.words.count == 3)
  }
}
