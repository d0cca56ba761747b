import LaTeXMath
import OpenSystems

extension Context {
  /// Everything that does not change with the restrictions.
  struct Base: Sendable {
    let document: Document
    var notation: Notation
    var model: ModelDeclaration
    let space: HilbertSpace
    var printedEigenvectors: [PrintedEigenvector] = []
    /// Names of the subsystems and of the product basis.
    let names: (sites: [String], labels: Set<String>)

    init(
      document: Document, notation: Notation, model: ModelDeclaration, space: HilbertSpace
    ) {
      self.document = document
      self.model = model
      self.space = space
      names = (space.subsystems.map(\.name), Set(space.labels))
      var notation = notation
      notation.learnTypes(sites: names.sites, labels: names.labels)
      self.notation = notation
    }

    func elaborator(at position: Int, in section: Document.Section) -> Elaborator {
      Elaborator(
        notation: notation, position: position, section: section, sites: names.sites,
        labels: names.labels)
    }
  }
}
