/// The path of a file relative to the folder a command runs in, with forward slashes, the same on every
/// machine.
package enum ArtifactPath {
  /// `path` seen from `folder`, an absolute path: `a/b.md` for `/w/a/b.md` in `/w`, `../b.md` for
  /// `/b.md`. Empty steps, `.` and inner `..` are taken out.
  package static func relative(_ path: String, to folder: String) -> String {
    let steps = steps(of: path)
    guard path.utf8.first == 0x2F else { return steps.joined(separator: "/") }
    let from = self.steps(of: folder)
    let common = zip(steps, from).prefix { $0 == $1 }.count
    let up = [String](repeating: "..", count: from.count - common)
    return (up + steps.dropFirst(common)).joined(separator: "/")
  }

  /// A relative path as a URI reference: all but letters, digits, `-`, `.`, `_`, `~` and slashes are
  /// percent-encoded, a colon too, which would make the first step a scheme.
  package static func uri(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }

  private static func steps(of path: String) -> [String] {
    var steps: [String] = []
    let isAbsolute = path.utf8.first == 0x2F
    for step in path.split(separator: "/") where step != "." {
      if step == "..", let last = steps.last, last != ".." {
        steps.removeLast()
      } else if step != ".." || !isAbsolute {
        steps.append(String(step))
      }
    }
    return steps
  }
}
