/// A replacement of a stretch of text.
public struct TextEdit: Hashable, Sendable {
  /// UTF-8 offsets into the text before any edit.
  public var range: Range<Int>
  /// The text that takes the stretch's place; empty to delete it.
  public var replacement: String

  /// The replacement of the bytes in `range`; an insertion where that is empty.
  public init(range: Range<Int>, replacement: String) {
    self.range = range
    self.replacement = replacement
  }

  /// The text after all `edits`; insertions at the same place keep their order.
  ///
  /// **Precondition.** The ranges lie within the text, do not overlap and cut no character.
  public static func apply(_ edits: [TextEdit], to text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
        < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
    }
    for (_, edit) in ordered {
      precondition(
        position <= edit.range.lowerBound && edit.range.upperBound <= bytes.count,
        "edits overlap or leave the text")
      result += bytes[position..<edit.range.lowerBound]
      result += edit.replacement.utf8
      position = edit.range.upperBound
    }
    result += bytes[position...]
    return String(decoding: result, as: UTF8.self)
  }
}
