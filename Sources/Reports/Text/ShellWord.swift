/// A word as a shell reads it back.
package enum ShellWord {
  /// The word itself if it is plain, else in single quotes.
  package static func quoted(_ word: String) -> String {
    let isPlain = !word.isEmpty && word.unicodeScalars.allSatisfy(isPlain)
    return isPlain ? word : "'" + word.replacing("'", with: #"'\''"#) + "'"
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-", "+", ".", ",", "/", ":", "@", "%", "=": true
    default: scalar.value >= 0x80 && scalar.properties.isAlphabetic
    }
  }
}
