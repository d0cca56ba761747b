import Derivations

/// The names of the page's places, which links lead to; numbers count from 1.
enum Identifiers {
  static func line(_ index: Int) -> String { "line-\(index + 1)" }
  static func finding(_ index: Int) -> String { "finding-\(index + 1)" }
  static func claim(_ index: Int) -> String { "claim-\(index + 1)" }
  static func figure(_ figure: FigureData) -> String { "about-\(FigurePicture.stem(of: figure))" }
  static func stage(_ index: Int) -> String { "stage-\(index + 1)" }
  static func code(_ code: Code) -> String { "code-\(code.rawValue)" }
  static func fact(_ index: Int) -> String { "fact-\(index + 1)" }
}
