import OpenSystems

extension DirectiveReader {
  /// The phrases of `means`, most specific first; what matches none is another symbol's name.
  func meaning(_ phrase: Phrase) throws(FileError) -> MeaningPhrase {
    if phrase.isEmpty {
      throw error("incomplete-directive", "expected a meaning after 'means'", "", phrase)
    }
    switch phrase.text {
    case "density operator": return .densityOperator
    case "internal energy": return .internalEnergy
    case "passive energy": return .passiveEnergy
    case "passive state": return .passiveState
    case "ergotropy": return .ergotropy
    case "dissipator": return .dissipator(.all, bath: nil)
    case "same-frequency dissipator": return .dissipator(.sameFrequency, bath: nil)
    case "cross-frequency dissipator": return .dissipator(.crossFrequency, bath: nil)
    default: break
    }
    let quantities: [(String, Reservoirs.Quantity)] = [
      ("occupation", .occupation), ("absorption rate", .absorption), ("emission rate", .emission),
    ]
    for (words, quantity) in quantities {
      if let tail = phrase.dropping(prefix: words + " of bath") {
        let (bath, frequency) = try atFrequency(tail)
        return .rate(quantity, bath: bath, frequency: frequency)
      }
    }
    if let tail = phrase.dropping(prefix: "spectral density of bath") {
      return .spectralDensity(bath: try atFrequency(tail).0)
    }
    let parts: [(String, OpenSystem.Part)] = [
      ("dissipator", .all), ("same-frequency dissipator", .sameFrequency),
      ("cross-frequency dissipator", .crossFrequency),
    ]
    for (words, part) in parts {
      if let bath = phrase.dropping(prefix: words + " of bath") {
        return .dissipator(part, bath: bath)
      }
    }
    if let tail = phrase.dropping(prefix: "heat current from bath") {
      return .heatCurrent(bath: tail)
    }
    if let tail = phrase.dropping(prefix: "particle current from bath") {
      return .particleCurrent(bath: tail)
    }
    if let tail = phrase.dropping(prefix: "component of") {
      guard let (name, frequency) = tail.cut(at: " at frequency ") else {
        throw error(
          "incomplete-directive", "expected 'component of X at frequency w'", "", phrase)
      }
      return .component(of: name, frequency: frequency)
    }
    for (words, make) in [
      ("eigenvalue", MeaningPhrase.eigenvalue), ("eigenvector", MeaningPhrase.eigenvector),
    ] {
      guard let tail = phrase.dropping(prefix: words) else { continue }
      guard let (index, of) = tail.cut(at: " of ") else {
        throw error("incomplete-directive", "expected '\(words) i of H'", "", phrase)
      }
      if of.text == "the density operator" {
        return words == "eigenvalue" ? .stateEigenvalue(index) : .stateEigenvector(index)
      }
      return make(index)
    }
    if let tail = phrase.dropping(prefix: "change of basis from the eigenbasis to basis") {
      return .changeOfBasis(kets(tail))
    }
    if phrase.text.hasPrefix("steady state") {
      return try steadyState(
        Phrase(text: String(phrase.text.dropFirst(12)), offset: phrase.offset + 12).trimmed)
    }
    if let (operand, picture) = phrase.cut(at: " in the interaction picture of ") {
      return .interactionPicture(of: operand, hamiltonian: picture)
    }
    if phrase.text.contains(" "), !phrase.text.contains("\\") {
      let known = [
        "eigenvalue", "eigenvector", "component of", "density operator", "steady state",
        "change of basis from the eigenbasis to basis", "occupation of bath",
        "absorption rate of bath", "emission rate of bath", "spectral density of bath",
        "dissipator of bath", "same-frequency dissipator", "cross-frequency dissipator",
        "internal energy", "passive energy", "passive state", "ergotropy", "heat current from bath",
      ]
      let near = Suggestion.nearestPrefix(of: phrase.text, among: known)
      throw error(
        "unknown-meaning", "unknown meaning '\(phrase.text)'",
        near.map { "did you mean '\($0)'?" }
          ?? "expected one of: \(known.joined(separator: ", ")), or another symbol", phrase)
    }
    return .alias(phrase)
  }

  private func atFrequency(_ phrase: Phrase) throws(FileError) -> (Phrase, Phrase) {
    guard let (bath, frequency) = phrase.cut(at: " at frequency "), !bath.isEmpty,
      !frequency.isEmpty
    else {
      throw error("incomplete-directive", "expected 'bath B at frequency w'", "", phrase)
    }
    return (bath, frequency)
  }

  /// `, eigenbasis`, `, eigenbasis, element (i, j)`, `, basis |e\rangle |g\rangle`, …
  private func steadyState(_ tail: Phrase) throws(FileError) -> MeaningPhrase {
    var basis: StateBasis?
    var element: (Phrase, Phrase)?
    for part in tail.split(on: ",") where !part.isEmpty {
      if part.text == "eigenbasis" {
        basis = .eigenbasis
      } else if let list = part.dropping(prefix: "basis") {
        basis = .product(kets(list))
      } else if let pair = part.dropping(prefix: "element"), pair.text.hasPrefix("("),
        pair.text.hasSuffix(")")
      {
        let inside = Phrase(text: String(pair.text.dropFirst().dropLast()), offset: pair.offset + 1)
        let indices = inside.split(on: ",")
        guard indices.count == 2 else {
          throw error("incomplete-directive", "expected 'element (i, j)'", "", part)
        }
        element = (indices[0], indices[1])
      } else {
        throw error(
          "unknown-meaning", "a steady state has no '\(part.text)'",
          "expected eigenbasis, basis |e\\rangle |g\\rangle …, or element (i, j)", part)
      }
    }
    guard let basis else {
      throw error(
        "incomplete-directive", "expected the basis of the steady state",
        "write 'steady state, eigenbasis' or 'steady state, basis |e\\rangle |g\\rangle'", tail)
    }
    if let element { return .steadyElement(basis, element.0, element.1) }
    return .steadyState(basis)
  }

  /// The labels of `|ee\rangle |eg\rangle`.
  private func kets(_ phrase: Phrase) -> [Phrase] {
    var result: [Phrase] = []
    var rest = phrase
    while let (before, after) = rest.cut(at: "\\rangle") {
      let label = before.text.hasPrefix(",") ? before.text.dropFirst().trimmed : before.text
      result.append(
        Phrase(
          text: label.hasPrefix("|") ? String(label.dropFirst()) : label, offset: before.offset))
      rest = after
    }
    return result
  }
}
