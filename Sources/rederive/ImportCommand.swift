import Derivations
import Reports

/// `rederive import`.
struct ImportCommand {
  let arguments: Arguments
  let console: Console

  func run() throws(Stop) -> ExitCode {
    let source = try console.read(arguments.operands[0])
    let format = arguments.last("from").flatMap(ImportedPaper.Format.init(rawValue:))
    let paper: ImportedPaper
    do {
      paper = try PaperReader.read(bytes: source.bytes, file: source.path, format: format)
    } catch {
      throw .badFile(error, source: source, style: console.errorStyle(color: .auto))
    }
    let text = ImportedFile.render(paper, source: source.path)
    if let path = arguments.last("out") {
      try console.create(path, with: text)
    } else {
      try console.print(text)
    }
    console.complain(ImportSummary.render(paper, source: source.path))
    if let path = arguments.last("out") {
      console.complain(
        "\(TextLayout.oneLine(path)) written: fill in what is marked \(ImportedFile.mark), then "
          + "rederive check \(ShellWord.quoted(path))\n")
    }
    return paper.remarks.contains(where: \.isLoss) ? .undecided : .proved
  }
}
