/// Which formulas the steady state is taken from.
enum StateReading: Hashable, Sendable {
  /// What the model implies.
  case derived
  /// What the paper prints.
  case printed
  /// What the model implies, but with these printed elements in the place of the right ones.
  case slip(Set<[Int]>)
  /// What the model implies with the levels taken for each other: level i for level `order[i]`.
  case relabelled([Int])
}
