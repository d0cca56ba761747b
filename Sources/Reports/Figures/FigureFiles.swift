import Derivations

/// The files of one figure: its pictures and its numbers.
package enum FigureFiles {
  package struct File: Hashable, Sendable {
    /// `figure-7a-printed.svg`
    package var name: String
    package var text: String
  }

  /// As printed, as derived and their difference, or only as derived where nothing printed gives the
  /// quantity; then the numbers.
  package static func render(_ figure: FigureData) -> [File] {
    FigurePicture.kinds(of: figure).map { kind in
      let picture = FigurePicture(figure, kind)
      return File(name: "\(picture.identifier).svg", text: FigureSVG.render(picture))
    } + [File(name: "\(FigurePicture.stem(of: figure)).csv", text: FigureCSV.render(figure))]
  }
}
