/// What a user wants computed over a grid, as given: nothing in it has been looked up yet.
public struct SweepRequest: Codable, Hashable, Sendable {
  /// A symbol that is varied in equal steps, both ends included.
  public struct Variation: Codable, Hashable, Sendable {
    /// LaTeX: `\Delta T`.
    public var symbol: String
    /// LaTeX or a number: `-4`, `\pi/2`.
    public var from: String
    /// The other end, LaTeX or a number.
    public var to: String
    /// At least 2.
    public var count: Int

    /// The symbol at `count` values from `from` to `to`.
    public init(symbol: String, from: String, to: String, count: Int) {
      self.symbol = symbol
      self.from = from
      self.to = to
      self.count = count
    }
  }

  /// A symbol that keeps one value.
  public struct Setting: Codable, Hashable, Sendable {
    /// LaTeX: `\Delta T`.
    public var symbol: String
    /// LaTeX or a number.
    public var value: String

    /// The symbol at this value.
    public init(symbol: String, value: String) {
      self.symbol = symbol
      self.value = value
    }
  }

  /// The axes of the grid, the last one fastest.
  public var vary: [Variation]
  /// The symbols that keep one value.
  public var at: [Setting]
  /// Restrictions of the model: `boson`.
  public var given: [String]
  /// LaTeX of what is computed; empty for the ergotropy.
  public var quantities: [String]

  /// The quantities over the grid that `vary` spans, in its last axis fastest.
  public init(vary: [Variation], at: [Setting], given: [String], quantities: [String]) {
    self.vary = vary
    self.at = at
    self.given = given
    self.quantities = quantities
  }
}
