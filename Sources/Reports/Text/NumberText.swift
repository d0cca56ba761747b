#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Floating-point numbers as text, for people.
package enum NumberText {
  /// Ten places behind the point; an exact zero is `0`.
  package static func fixed(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    // A rounded zero carries no sign.
    let text = format("%.10f", abs(value))
    return (value < 0 && text.contains { $0 != "0" && $0 != "." } ? "-" : "") + text
  }

  /// Ten significant digits.
  package static func significant(_ value: Double) -> String {
    value == 0 ? "0" : format("%.10g", value)
  }

  /// Two significant digits with an exponent: `3.1e-14`.
  package static func magnitude(_ value: Double) -> String {
    value == 0 ? "0" : format("%.1e", value)
  }

  /// That many significant digits.
  package static func rounded(_ value: Double, digits: Int) -> String {
    value == 0 ? "0" : format("%.\(digits)g", value)
  }

  private static func format(_ pattern: String, _ value: Double) -> String {
    // The largest double has 309 digits before the point.
    var buffer = [CChar](repeating: 0, count: 400)
    let length = withVaList([value]) { vsnprintf(&buffer, buffer.count, pattern, $0) }
    return String(
      decoding: buffer.prefix(max(0, Int(length))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
