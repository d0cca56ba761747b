import Derivations

/// Names of results that stay the same when prose is added or lines move.
///
/// A fingerprint is a hash of derivation, equations and subject, for findings their code too, and the
/// ordinal among equal ones: an equality that is printed twice is two results. A line's code may change
/// as better repairs are found: it is the same result.
struct Fingerprints {
  private var seen: [UInt64: Int] = [:]

  mutating func next(
    derivation: String, equations: [String], subject: String, code: Code? = nil
  ) -> String {
    let parts = [derivation] + equations + [subject, code?.rawValue ?? ""]
    // A part cannot hold the byte that ends it: no text has 0xFF in UTF-8.
    let hash = Self.fnv1a(parts.flatMap { Array($0.utf8) + [0xFF] })
    let ordinal = seen[hash, default: 0]
    seen[hash] = ordinal + 1
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits + ":\(ordinal + 1)"
  }

  /// The hash of Fowler, Noll and Vo, 64 bits.
  static func fnv1a(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
