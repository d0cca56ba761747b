import ExactAlgebra
import SymbolicAlgebra
import Testing

@testable import Checking

@Suite struct ComparisonTests {
  /// Positive a and b, real x, an undeclared q and an angle θ.
  private struct Bench {
    var field = Field()
    let a: Scalar
    let b: Scalar
    let x: Scalar
    let q: Scalar
    let stray: Int

    init() {
      a = Scalar(.variable(field.addFree("a", domain: .positive)))
      b = Scalar(.variable(field.addFree("b", domain: .positive)))
      x = Scalar(.variable(field.addFree("x", domain: .real)))
      stray = field.addFree("q", domain: .real)
      q = Scalar(.variable(stray))
    }

    func decide(
      _ printed: Scalar, _ derived: Scalar, strays: Bool = false, completion: Completion? = nil
    ) -> Comparison.Finding {
      Comparison(printed: [printed], derived: [derived], strays: strays ? [stray] : [])
        .decide(in: field, completion: completion)
    }
  }

  // (a + b)² = a² + 2ab + b²
  @Test func identitiesAreEqual() {
    let t = Bench()
    let square = (t.a + t.b) * (t.a + t.b)
    let expanded = t.a * t.a + Scalar(2) * t.a * t.b + t.b * t.b
    guard case .equal = t.decide(square, expanded) else {
      Issue.record("not equal")
      return
    }
    #expect(Comparison(printed: [square], derived: [expanded]).isIdentity(in: t.field))
    #expect(!Comparison(printed: [t.a], derived: [t.b]).isIdentity(in: t.field))
  }

  // c² + s² = 1 on the circle.
  @Test func relationsAreUsed() throws {
    var t = Bench()
    let pair = try t.field.cosineAndSine(t.x.real)
    let (c, s) = (Scalar(pair.cosine), Scalar(pair.sine))
    guard case .equal = t.decide(c * c + s * s, .one) else {
      Issue.record("not equal")
      return
    }
    guard case .different(let witness) = t.decide(c * c - s * s, .one) else {
      Issue.record("not different")
      return
    }
    #expect(witness.derived == .one)
    #expect(witness.printed != .one)
  }

  // The witness is checked by putting its numbers in again.
  @Test func aWitnessReallyDiffers() {
    let t = Bench()
    for (left, right) in [
      (t.a, t.b), (t.a * t.a, t.a), (t.a / t.b, t.b / t.a), (t.x * t.x, t.x),
      (t.a + .imaginaryUnit * t.x, t.a), (t.x.inverse, t.x),
    ] {
      guard case .different(let witness) = t.decide(left, right) else {
        Issue.record("\(left) \(right)")
        continue
      }
      let point = Dictionary(uniqueKeysWithValues: witness.at.map { ($0.generator, $0.value) })
      #expect(left.substituting(point) == witness.printed)
      #expect(right.substituting(point) == witness.derived)
      #expect(witness.printed != witness.derived)
      for (generator, value) in witness.at {
        let constant = value.constantValue
        #expect(constant.map(t.field.generators[generator].domain.contains) == true)
      }
    }
  }

  @Test func theWitnessNamesItsEntry() {
    let t = Bench()
    let comparison = Comparison(printed: [t.a, t.b, t.x], derived: [t.a, t.a, t.x])
    guard case .different(let witness) = comparison.decide(in: t.field) else {
      Issue.record("not different")
      return
    }
    #expect(witness.entry == 1)
    #expect(witness.at.map(\.generator) == [0, 1])
  }

  // MARK: The smallest witness

  // a(a − 1)(2a − 1)(a − 2) is not zero at a = 3 first, b − 1 at b = 2 already.
  @Test func theLeastHeightOfAllEntries() {
    let t = Bench()
    let (one, two) = (Scalar.one, Scalar(2))
    let first = t.a * (t.a - one) * (two * t.a - one) * (t.a - two)
    let comparison = Comparison(
      printed: [first, t.b - one, t.b - one], derived: [.zero, .zero, .zero])
    guard case .different(let witness) = comparison.decide(in: t.field) else {
      Issue.record("not different")
      return
    }
    #expect(witness.entry == 1)
    #expect(witness.at.map(\.value) == [2])
    guard case .different(let alone) = t.decide(first, .zero) else {
      Issue.record("not different")
      return
    }
    #expect(alone.at.map(\.value) == [3])
  }

  // b = 6/a: heights (1, 6), (2, 3), (3, 2), (1/2, 12); both are shown, so that (2, 3) is the least.
  @Test func completedCoordinatesCount() {
    let t = Bench()
    let completion = Completion(completed: [1], parameters: [0], listed: [0, 1]) { point in
      guard let a = point[0], !a.isZero else { return [] }
      return [point.merging([1: Fraction(6) / a]) { first, _ in first }]
    }
    guard case .different(let witness) = t.decide(t.b, t.x, completion: completion) else {
      Issue.record("not different")
      return
    }
    #expect(witness.at.map(\.generator) == [0, 1, 2])
    #expect(witness.at.map(\.value) == [2, 3, 1])
  }

  // The same with a hidden: b = 6/a alone is least at 2 for a = 3, and at 1 for a = 6.
  @Test func hiddenCoordinatesDoNotCount() {
    let t = Bench()
    let completion = Completion(completed: [1], parameters: [0], hidden: [0], listed: [1]) {
      point in
      guard let a = point[0], !a.isZero else { return [] }
      return [point.merging([1: Fraction(6) / a]) { first, _ in first }]
    }
    guard case .different(let witness) = t.decide(t.b, .zero, completion: completion) else {
      Issue.record("not different")
      return
    }
    #expect(witness.at.map(\.value) == [1])
  }

  // Six numbers of height up to 2 make 729 points, more than are tried, and a has only such values there.
  @Test func pointsInGeneralPositionAreTheLastResort() {
    var t = Bench()
    let others = (0..<5).map { Scalar(.variable(t.field.addFree("c_\($0)", domain: .positive))) }
    let factor = (t.a - .one) * (t.a - Scalar(2)) * (Scalar(2) * t.a - .one)
    let product = others.reduce(factor, *)
    guard case .different(let witness) = t.decide(product, .zero) else {
      Issue.record("not different")
      return
    }
    #expect(witness.printed != .zero)
  }

  // First b = 2a, then x = b + 1 from it: a step that is not worthwhile is not taken further.
  @Test func completionsFollowEachOther() {
    let double = Completion(completed: [1], parameters: [0]) { point in
      [point.merging([1: (point[0] ?? 0) * 2]) { first, _ in first }]
    }
    let next = Completion(completed: [2], parameters: [1], listed: [2]) { point in
      [point.merging([2: (point[1] ?? 0) + 1]) { first, _ in first }]
    }
    let both = double.then(next)
    #expect(both.completed == [1, 2])
    #expect(both.parameters == [0])
    #expect(both.listed == [2])
    #expect(both.complete([0: 3]) == [[0: 3, 1: 6, 2: 7]])
    #expect(both.complete([0: 3]) { ($0[1] ?? 0) != 6 }.isEmpty)
    #expect(both.complete([0: 3]) { ($0[2] ?? 0) != 7 }.isEmpty)
  }

  // x²/x and x: no point where x = 0 is taken.
  @Test func pointsWithoutAValueAreSkipped() {
    let t = Bench()
    guard case .different(let witness) = t.decide(t.x.inverse * t.a, t.a) else {
      Issue.record("not different")
      return
    }
    #expect(witness.at.first { $0.generator == 2 }?.value.isZero == false)
  }

  // MARK: Undeclared symbols

  @Test func aConstantThatWouldMakeItTrueRefutesNothing() {
    let t = Bench()
    let two = Scalar(2)
    // q = 2, q = 2, q² = 4, q = 2i, q = ±1/2.
    let cases = [
      (t.q, two), (t.q * t.a + t.b, two * t.a + t.b), (t.q * t.q * t.a, Scalar(4) * t.a),
      (t.q * t.a, two * .imaginaryUnit * t.a), (t.a / t.q, two * t.a),
    ]
    for (printed, derived) in cases {
      guard case .undecided(let reason) = t.decide(printed, derived, strays: true) else {
        Issue.record("\(printed) \(derived)")
        continue
      }
      #expect(
        reason == "it would hold if the undeclared symbol q had the right constant value")
    }
  }

  @Test func elseItIsRefuted() {
    let t = Bench()
    // No number q is a; none is both 2 and 3; none is i a; q = 2 leaves b.
    let cases = [
      (t.q, t.a), (t.q * t.a + t.q * t.b, Scalar(2) * t.a + Scalar(3) * t.b),
      (t.q, .imaginaryUnit * t.a), (t.q * t.a + t.b, Scalar(2) * t.a),
      (t.q * t.a + .imaginaryUnit * t.b, Scalar(2) * t.a),
    ]
    for (printed, derived) in cases {
      guard case .different(let witness) = t.decide(printed, derived, strays: true) else {
        Issue.record("\(printed) \(derived)")
        continue
      }
      #expect(witness.printed != witness.derived)
    }
    // Where q drops out it is not asked about.
    let comparison = Comparison(printed: [t.a], derived: [t.b], strays: [t.stray])
    #expect(comparison.undeclaredReason(in: t.field, completion: nil) == nil)
  }

  // b is always 3 here: q = b asks for q = 3, q = a for no number.
  @Test func aCompletionMayMakeItAConstant() {
    let t = Bench()
    let three = Completion(completed: [1], parameters: [0]) { point in
      [point.merging([1: Fraction(3)]) { first, _ in first }]
    }
    func reason(_ derived: Scalar) -> String? {
      Comparison(printed: [t.q], derived: [derived], strays: [t.stray])
        .undeclaredReason(in: t.field, completion: three)
    }
    #expect(reason(t.b) != nil)
    #expect(reason(t.b * .imaginaryUnit) != nil)
    #expect(reason(t.a) == nil)
    #expect(reason(t.a + t.b) == nil)
  }

  @Test func twoUndeclaredSymbolsAreTooMany() {
    var t = Bench()
    let other = t.field.addFree("r", domain: .real)
    let comparison = Comparison(
      printed: [t.q + Scalar(.variable(other))], derived: [t.a], strays: [t.stray, other])
    guard case .undecided(let reason) = comparison.decide(in: t.field) else {
      Issue.record("decided")
      return
    }
    #expect(reason == "more than one symbol is undeclared")
  }

  // MARK: No rational point

  // x and eˣ are never both rational but at x = 0; at x = 1 the one is 1 and the other e.
  @Test func entangledQuantitiesDifferAtTranscendentalValues() throws {
    var t = Bench()
    let e = try t.field.exponential(t.x)
    guard case .different(let witness) = t.decide(e, t.x) else {
      Issue.record("not different")
      return
    }
    let field = try #require(witness.field)
    #expect(witness.at.map(\.value) == [1])
    #expect(field.latex(witness.printed) == "e")
    #expect(field.latex(witness.derived) == "1")
    guard case .different = t.decide(e, e * e) else {
      Issue.record("not different")
      return
    }
  }

  // An empty domain: 0 < a < 0 has no point.
  @Test func anEmptyDomainShowsNothing() {
    var t = Bench()
    t.field.assumptions.append(Assumption(positive: -t.a.real, latex: "a < 0"))
    guard case .undecided(let reason) = t.decide(t.a, t.a * t.a) else {
      Issue.record("decided")
      return
    }
    #expect(reason == "no exact point of the domain was found at which the two sides differ")
  }

  // MARK: Completion

  // b is always a²: then b = a² is no difference, and b = a + 2 differs except at a = 2.
  @Test func completedGeneratorsFollow() throws {
    let t = Bench()
    let completion = Completion(completed: [1], parameters: [0]) { point in
      guard let a = point[0] else { return [] }
      return [point.merging([1: a * a]) { first, _ in first }]
    }
    guard case .undecided = t.decide(t.b, t.a * t.a, completion: completion) else {
      Issue.record("decided")
      return
    }
    guard case .different(let witness) = t.decide(t.b, t.a + Scalar(2), completion: completion)
    else {
      Issue.record("not different")
      return
    }
    let point = Dictionary(uniqueKeysWithValues: witness.at.map { ($0.generator, $0.value) })
    let a = try #require(point[0]?.constantValue)
    #expect(witness.printed.rationalValue == a * a)
    #expect(witness.derived.rationalValue == a + 2)
  }

  @Test func hiddenParametersAreNotShownAndListedOnesAre() {
    let t = Bench()
    // b and x both from a: b = 2a, x = 3a.
    let completion = Completion(completed: [1, 2], parameters: [0], hidden: [0], listed: [2]) {
      point in
      guard let a = point[0] else { return [] }
      return [point.merging([1: a + a, 2: a + a + a]) { first, _ in first }]
    }
    guard case .different(let witness) = t.decide(t.b, .zero, completion: completion) else {
      Issue.record("not different")
      return
    }
    #expect(witness.at.map(\.generator) == [1, 2])
  }

  @Test func aCompletionWithoutExtensionShowsNothing() {
    let t = Bench()
    let none = Completion(completed: [1], parameters: [0]) { _ in [] }
    guard case .undecided = t.decide(t.b, t.a, completion: none) else {
      Issue.record("decided")
      return
    }
    #expect(
      Comparison(printed: [t.b], derived: [t.a]).agreesAtScatteredPoints(
        in: t.field, completion: none) == nil)
  }

  @Test func scatteredPoints() {
    let t = Bench()
    func agrees(_ a: Scalar, _ b: Scalar) -> Bool? {
      Comparison(printed: [a], derived: [b]).agreesAtScatteredPoints(
        in: t.field, completion: nil)
    }
    #expect(agrees(t.a * t.b, t.b * t.a) == true)
    #expect(agrees(t.a * t.b, t.b + t.a) == false)
    #expect(agrees(t.x * t.x, t.x) == false)
  }
}

@Suite struct VerdictTests {
  // The words of the machine output.
  @Test func words() {
    #expect(
      Verdict.allCases.map(\.rawValue) == [
        "proved", "defined", "convention", "refuted", "undefined", "undecided", "unreadable",
      ])
  }
}
