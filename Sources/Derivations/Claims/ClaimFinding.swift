/// What the points of a figure say of a claim.
struct ClaimFinding {
  /// A place of the figure, as values of the plan's inputs, and a quantity there.
  struct Spot {
    var coordinates: [Double]
    var value: Double
  }

  /// What the witness shows by itself, whatever lies between its spots.
  enum Evidence {
    /// The claim is decided by an exact identity.
    case proof
    /// Nothing: the claim is about more than some spots.
    case none
    /// Each value lies above (`true`) or below the one before it.
    case steps([Bool])
    /// The one value is not zero.
    case nonzero
    /// The one value is not above zero.
    case notPositive
  }

  var verdict: Claim.Verdict
  var reason = ""
  var witness: [Spot] = []
  var points = 0
  var evidence = Evidence.none
}
