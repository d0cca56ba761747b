import Derivations
import Reports

/// `rederive plot`.
struct PlotCommand {
  let arguments: Arguments
  let console: Console
  let engine: Engine

  func run() throws(Stop) -> ExitCode {
    let source = try console.read(arguments.operands[0])
    defer { console.endProgress() }
    let figures = try figures(of: source)
    guard !figures.isEmpty else { throw .noFigures(file: source.path) }
    let folder = arguments.last("out") ?? ""
    for figure in figures {
      console.progress("\(source.path): drawing figure \(figure.name)")
      let files = FigureFiles.render(figure)
      console.endProgress()
      for file in files {
        let path = folder.hasSuffix("/") ? folder + file.name : "\(folder)/\(file.name)"
        try console.deliver(file.text, to: path)
      }
    }
    return .proved
  }

  /// Those asked for, each once; all of them are computed before one is written.
  private func figures(of source: SourceFile) throws(Stop) -> [FigureData] {
    console.progress("\(source.path): computing figures")
    var figures: [FigureData] = []
    do throws(FileError) {
      let session = try engine.open(source)
      let names = arguments.all("figure")
      guard !names.isEmpty else { return try session.figures(nil) }
      for name in names where !figures.contains(where: { $0.name == name }) {
        figures += try session.figures(name)
      }
    } catch {
      throw .badFile(error, source: source, style: console.errorStyle(color: arguments.color))
    }
    for name in arguments.all("figure") where !figures.contains(where: { $0.name == name }) {
      throw .usage(.unknownFigure(name))
    }
    return figures
  }
}
