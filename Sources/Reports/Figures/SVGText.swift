import LaTeXMath

/// An SVG document being written: elements, escaped text, numbers with few decimals.
struct SVGText {
  private(set) var text = ""
  private var open: [String] = []

  typealias Attribute = (name: String, value: String)

  mutating func begin(_ tag: String, _ attributes: Attribute...) {
    append(tag, attributes, end: ">\n")
    open.append(tag)
  }

  mutating func end() {
    precondition(!open.isEmpty, "no element is open")
    text += "</\(open.removeLast())>\n"
  }

  mutating func add(_ tag: String, _ attributes: Attribute...) {
    append(tag, attributes, end: "/>\n")
  }

  /// An element whose content is already markup.
  mutating func add(_ tag: String, _ attributes: Attribute..., markup: String) {
    append(tag, attributes, end: ">\(markup)</\(tag)>\n")
  }

  mutating func add(_ tag: String, _ attributes: [Attribute], markup: String) {
    append(tag, attributes, end: ">\(markup)</\(tag)>\n")
  }

  /// Elements that were written by themselves.
  mutating func append(_ other: Self) {
    precondition(other.open.isEmpty, "an element is still open")
    text += other.text
  }

  private mutating func append(_ tag: String, _ attributes: [Attribute], end: String) {
    text += "<\(tag)"
    for (name, value) in attributes { text += " \(name)=\"\(Self.escaped(value))\"" }
    text += end
  }

  /// Text between tags or inside a quoted attribute.
  static func escaped(_ text: String) -> String { XMLText.escaped(text) }

  /// At most two decimals, no trailing zeros, no −0: `12.5`.
  static func number(_ value: Double) -> String {
    precondition(abs(value) < 1e9, "no place on a page")
    let hundredths = Int((value * 100).rounded())
    let size = abs(hundredths)
    var text = String(size / 100)
    if size % 100 != 0 {
      text +=
        size % 10 == 0
        ? ".\(size % 100 / 10)" : size % 100 < 10 ? ".0\(size % 100)" : ".\(size % 100)"
    }
    return hundredths < 0 ? "-" + text : text
  }
}
