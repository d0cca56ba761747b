/// How far a long computation is, and how long the rest will take if it goes on like that.
package struct SweepProgress {
  private let total: Int
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant

  package init(total: Int) {
    self.total = total
    start = clock.now
  }

  package func text(done: Int) -> String {
    Self.text(done: done, of: total, elapsed: start.duration(to: clock.now))
  }

  /// `1024 of 40401 points, 12 s left`
  package static func text(done: Int, of total: Int, elapsed: Duration) -> String {
    let text = "\(done) of \(total) points"
    guard done > 0, done < total else { return text }
    let seconds = elapsed / .seconds(1) * Double(total - done) / Double(done)
    return "\(text), \(rest(seconds)) left"
  }

  private static func rest(_ seconds: Double) -> String {
    if seconds < 59.5 { return "\(max(1, Int(seconds.rounded()))) s" }
    let minutes = Int(min(1e9, (seconds / 60).rounded()))
    if minutes < 60 { return "\(minutes) min" }
    return minutes < 48 * 60 ? "\(minutes / 60) h \(minutes % 60) min" : "\(minutes / 1440) days"
  }
}
