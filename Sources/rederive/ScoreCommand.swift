import Derivations
import Reports

/// `rederive score`: plants slips in proved lines and counts what the checker says of them.
struct ScoreCommand {
  let arguments: Arguments
  let console: Console
  let engine: Engine

  enum Format: String, CaseIterable {
    case text
    case json
  }

  /// Status 0 if every slip was refuted, nothing right was, and nine of ten were repaired first try.
  func run() throws(Stop) -> ExitCode {
    let step = try every()
    var scores: [Score] = []
    for path in arguments.operands {
      let source = try console.read(path)
      scores.append(
        try engine.answer(about: source, for: arguments, on: console) {
          (session) throws(FileError) in
          try session.score(step, arguments.all("equation")) {
            console.progress("\(path): \($0)")
          }
        })
    }
    switch arguments.choice("format", as: Format.self, default: .text) {
    case .text:
      let style = console.style(color: arguments.color, showsLaTeX: arguments.isSet("latex"))
      try console.print(
        scores.map { ScoreText.render($0, style: style) }.joined(separator: "\n"))
    case .json:
      let all = scores
      try console.print(rendered { try ScoreJSON.render(all) })
    }
    if scores.allSatisfy({ $0.plantedInAll == 0 }) { return .undecided }
    return scores.allSatisfy(\.isGood) ? .proved : .refuted
  }

  private func every() throws(Stop) -> Int {
    guard let text = arguments.last("every") else { return 1 }
    guard let step = Int(text), step > 0 else { throw .usage(.notACount(text, option: "--every")) }
    return step
  }
}
