/// Text as XML and HTML hold it.
package enum XMLText {
  /// Text between tags or inside a quoted attribute; what XML cannot hold becomes U+FFFD.
  package static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The same without marks of direction and zero width, which could make a formula read as another.
  package static func visible(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isHidden = scalar.properties.generalCategory == .format && scalar != "\u{200D}"
      result.append(isHidden ? "\u{FFFD}" : scalar)
    }
    return escaped(String(result))
  }
}
