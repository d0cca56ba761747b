/// An element of Presentation MathML, with what it stands for in the LaTeX.
struct MathElement: Sendable {
  /// What an element is to its neighbours: it settles spaces, scripts and line breaks.
  enum Role: Hashable, Sendable {
    case ordinary
    /// A name such as sin: a thin space on either side, unless brackets stand there.
    case function
    /// A sum or a maximum: scripts stand above and below.
    case big
    case relation
    /// + or −, between terms.
    case sign
    /// Another sign between two operands.
    case binary
    case open
    case close
    case punctuation
    case space
  }

  var tag: String
  var attributes: [(name: String, value: String)] = []
  /// The text of a leaf.
  var text = ""
  var children: [MathElement] = []
  /// UTF-8 offsets into the LaTeX.
  var range: Range<Int>
  /// About how wide it is, in ems: fonts differ by a tenth.
  var width: Double
  var role = Role.ordinary
  /// Something in it is marked.
  var hasMark = false

  /// A leaf.
  init(
    _ tag: String, _ text: String, _ range: Range<Int>, width: Double? = nil,
    role: Role = .ordinary, attributes: [(name: String, value: String)] = []
  ) {
    self.tag = tag
    self.text = text
    self.range = range
    self.width = width ?? 0.55 * Double(text.count)
    self.role = role
    self.attributes = attributes
  }

  /// An element with others in it.
  init(
    _ tag: String, _ children: [MathElement], _ range: Range<Int>, width: Double,
    attributes: [(name: String, value: String)] = []
  ) {
    self.tag = tag
    self.children = children
    self.range = range
    self.width = width
    self.attributes = attributes
    hasMark = children.contains(where: \.hasMark)
  }

  /// Elements beside each other as one.
  static func row(_ elements: [MathElement], _ range: Range<Int>) -> MathElement {
    if elements.count == 1, elements[0].role == .ordinary { return elements[0] }
    return MathElement("mrow", elements, range, width: width(of: elements))
  }

  static func width(of elements: [MathElement]) -> Double {
    elements.reduce(0) { $0 + $1.width }
  }

  /// Whether brackets around it have to grow.
  var isTall: Bool {
    switch tag {
    case "mfrac", "mtable", "msqrt", "mroot", "munder", "mover", "munderover": true
    case "msub", "msup", "msubsup": children.first?.isTall ?? false
    default: children.contains(where: \.isTall)
    }
  }

  /// About how wide a letter is, in ems.
  static func width(ofLetter scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "t", "f", "r", "s", "I", "ι", "ε": 0.42
    case "M", "W", "m", "w", "ℳ", "ℋ": 0.95
    case "A"..."H", "J"..."L", "N"..."V", "X"..."Z", "Α"..."Ω", "ω", "ϖ": 0.74
    case "a"..."z", "α"..."ψ": 0.52
    default: 0.8
    }
  }

  func with(_ name: String, _ value: String) -> MathElement {
    var copy = self
    if let place = attributes.firstIndex(where: { $0.name == name }) {
      copy.attributes[place].value = value
    } else {
      copy.attributes.append((name, value))
    }
    return copy
  }

  /// Appends the element as markup.
  func write(into markup: inout String) {
    markup += "<\(tag)"
    for (name, value) in attributes { markup += " \(name)=\"\(XMLText.escaped(value))\"" }
    if text.isEmpty, children.isEmpty {
      markup += "/>"
      return
    }
    markup += ">" + XMLText.visible(text)
    for child in children { child.write(into: &markup) }
    markup += "</\(tag)>"
  }
}
