/// Descending terms with word coefficients, not yet known to fit in the end.
struct TermList {
  var monomials: [UInt64]
  var coefficients: [Int]

  /// A list scaled by one term: every monomial times `shift`, every coefficient times `factor`.
  struct Scaled {
    let source: TermList
    /// One monomial; empty for 1.
    let shift: ArraySlice<UInt64>
    let factor: Int
  }

  /// The sum of the scaled lists; nil when a coefficient leaves the word.
  static func sum(_ lists: ArraySlice<Scaled>, stride: Int) -> TermList? {
    guard let first = lists.first else { return TermList(monomials: [], coefficients: []) }
    if lists.count == 1 {
      let empty = Scaled(
        source: TermList(monomials: [], coefficients: []), shift: first.shift, factor: 1)
      return merge(first, empty, stride: stride)
    }
    if lists.count == 2, let second = lists.last { return merge(first, second, stride: stride) }
    let middle = lists.startIndex + lists.count / 2
    guard let left = sum(lists[..<middle], stride: stride),
      let right = sum(lists[middle...], stride: stride)
    else { return nil }
    let none = [UInt64](repeating: 0, count: stride)[...]
    return merge(
      Scaled(source: left, shift: none, factor: 1), Scaled(source: right, shift: none, factor: 1),
      stride: stride)
  }

  private static func merge(_ a: Scaled, _ b: Scaled, stride: Int) -> TermList? {
    if stride == 1, let x = a.shift.first, let y = b.shift.first {
      return mergeWords(a, b, x, y)
    }
    return mergeWide(a, b, stride: stride)
  }

  /// One word for each monomial, without branches that depend on the terms.
  private static func mergeWords(
    _ left: Scaled, _ right: Scaled, _ leftShift: UInt64, _ rightShift: UInt64
  ) -> TermList? {
    let (n, m) = (left.source.coefficients.count, right.source.coefficients.count)
    let (leftFactor, rightFactor) = (left.factor, right.factor)
    var overflowed = false
    var coefficients: [Int] = []
    let monomials = [UInt64](unsafeUninitializedCapacity: n + m) { words, wordCount in
      coefficients = [Int](unsafeUninitializedCapacity: n + m) { sums, count in
        left.source.monomials.withUnsafeBufferPointer { a in
          left.source.coefficients.withUnsafeBufferPointer { x in
            right.source.monomials.withUnsafeBufferPointer { b in
              right.source.coefficients.withUnsafeBufferPointer { y in
                var (i, j, k) = (0, 0, 0)
                while i < n && j < m {
                  let p = a[i] &+ leftShift
                  let q = b[j] &+ rightShift
                  let takesLeft = p >= q
                  let takesRight = q >= p
                  let (u, o1) = x[i].multipliedReportingOverflow(by: takesLeft ? leftFactor : 0)
                  let (v, o2) = y[j].multipliedReportingOverflow(by: takesRight ? rightFactor : 0)
                  let (total, o3) = u.addingReportingOverflow(v)
                  overflowed = overflowed || (o1 || o2 || o3)
                  words[k] = takesLeft ? p : q
                  sums[k] = total
                  k &+= total == 0 ? 0 : 1
                  i &+= takesLeft ? 1 : 0
                  j &+= takesRight ? 1 : 0
                }
                while i < n {
                  let (u, overflow) = x[i].multipliedReportingOverflow(by: leftFactor)
                  overflowed = overflowed || overflow
                  words[k] = a[i] &+ leftShift
                  sums[k] = u
                  k &+= 1
                  i &+= 1
                }
                while j < m {
                  let (v, overflow) = y[j].multipliedReportingOverflow(by: rightFactor)
                  overflowed = overflowed || overflow
                  words[k] = b[j] &+ rightShift
                  sums[k] = v
                  k &+= 1
                  j &+= 1
                }
                count = k
                wordCount = k
              }
            }
          }
        }
      }
    }
    return overflowed ? nil : TermList(monomials: monomials, coefficients: coefficients)
  }

  private static func mergeWide(_ left: Scaled, _ right: Scaled, stride: Int) -> TermList? {
    let (n, m) = (left.source.coefficients.count, right.source.coefficients.count)
    var overflowed = false
    var coefficients: [Int] = []
    let leftShift = Array(left.shift)
    let rightShift = Array(right.shift)
    let monomials = [UInt64](unsafeUninitializedCapacity: (n + m) * stride) { words, wordCount in
      coefficients = [Int](unsafeUninitializedCapacity: n + m) { sums, count in
        left.source.monomials.withUnsafeBufferPointer { a in
          right.source.monomials.withUnsafeBufferPointer { b in
            var (i, j, k) = (0, 0, 0)
            while i < n || j < m {
              var order = i == n ? -1 : j == m ? 1 : 0
              if order == 0 {
                for offset in 0..<stride {
                  let p = a[i * stride + offset] &+ leftShift[offset]
                  let q = b[j * stride + offset] &+ rightShift[offset]
                  if p != q {
                    order = p > q ? 1 : -1
                    break
                  }
                }
              }
              let x = order >= 0 ? left.source.coefficients[i] : 0
              let y = order <= 0 ? right.source.coefficients[j] : 0
              let (u, o1) = x.multipliedReportingOverflow(by: left.factor)
              let (v, o2) = y.multipliedReportingOverflow(by: right.factor)
              let (total, o3) = u.addingReportingOverflow(v)
              overflowed = overflowed || (o1 || o2 || o3)
              if total != 0 {
                for offset in 0..<stride {
                  words[k * stride + offset] =
                    order >= 0
                    ? a[i * stride + offset] &+ leftShift[offset]
                    : b[j * stride + offset] &+ rightShift[offset]
                }
                sums[k] = total
                k += 1
              }
              if order >= 0 { i += 1 }
              if order <= 0 { j += 1 }
            }
            count = k
            wordCount = k * stride
          }
        }
      }
    }
    return overflowed ? nil : TermList(monomials: monomials, coefficients: coefficients)
  }
}
