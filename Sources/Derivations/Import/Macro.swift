import LaTeXMath

/// A token of the paper or of a macro's text.
struct MacroToken: Sendable {
  var kind: LaTeXLexer.Kind
  /// Which of the expander's buffers it stands in; 0 is the paper.
  var buffer: Int
  var range: Range<Int>
  /// For `#1` to `#9` in the text of a macro, else 0.
  var parameter = 0
}

/// A macro with parameters that stand one behind the other.
struct Macro: Sendable {
  var parameterCount: Int
  /// What the first argument is if it is not given in brackets.
  var defaultArgument: [MacroToken]?
  var body: [MacroToken]
}
