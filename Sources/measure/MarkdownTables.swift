import Foundation
import Reports

/// The records as tables: a program in each row, an item in each column.
struct MarkdownTables {
  let ledger: Ledger
  let works: [Work]

  var text: String {
    var subjects: [(work: Work, subject: String)] = []
    for place in ledger.records.map(\.place)
    where works.contains(place.work)
      && !subjects.contains(where: { $0 == (place.work, place.subject) })
    {
      subjects.append((place.work, place.subject))
    }
    return subjects.map { table($0.work, $0.subject) }.joined(separator: "\n")
  }

  private func table(_ work: Work, _ subject: String) -> String {
    let records = ledger.records.filter { $0.place.work == work && $0.place.subject == subject }
    let items = unique(records.map(\.place.item))
    let programs = unique(records.map(\.program))
    var rows = programs.map { program in
      [program.title]
        + items.map { item in
          records.first { $0.program == program && $0.place.item == item }.map(cell) ?? "–"
        }
    }
    let steps = [("fastest shipped solver ÷ Rederive", true), ("fastest peer ÷ Rederive", false)]
    for (title, shippedOnly) in steps {
      let known = shippedOnly ? records.filter { $0.program.isShipped } : records
      if let row = fastestRow(title, known, items) { rows.append(row) }
    }
    let isSweep = records.contains { $0.points != nil }
    let unit = isSweep ? "thousand points a second" : "ms"
    return "**\(work.rawValue.uppercased()), \(subject)**, \(unit)\n\n"
      + Self.layout([["program"] + items] + rows)
  }

  private func cell(_ record: Record) -> String {
    guard let timing = record.timing else { return record.problem.map(Self.brief) ?? "–" }
    let value = record.points.map { Double($0) / timing.median / 1e3 } ?? timing.median * 1e3
    let own = Self.digits(value)
    return ledger.ratio(of: record).map { "\(own) (\(Self.digits($0))×)" } ?? own
  }

  /// How many times longer the fastest peer takes on each item.
  private func fastestRow(
    _ title: String, _ records: [Record], _ items: [String]
  ) -> [String]? {
    let ratios = items.map { item in
      records.filter { $0.place.item == item }.compactMap(ledger.ratio).min()
    }
    guard ratios.contains(where: { $0 != nil }) else { return nil }
    return [title] + ratios.map { $0.map { "**\(Self.digits($0))**" } ?? "–" }
  }

  /// Up to a colon; the rest of a problem stands in the JSON.
  private static func brief(_ problem: String) -> String {
    String(problem.prefix { $0 != ":" })
  }

  /// Three digits: `0.0123`, `4.56`, `5520`.
  static func digits(_ value: Double) -> String {
    guard value.isFinite, value > 0 else { return "0" }
    let places = 2 - Int(log10(value).rounded(.down))
    if places >= 0 { return String(format: "%.\(places)f", value) }
    let unit = pow(10, Double(-places))
    return String(format: "%.0f", (value / unit).rounded() * unit)
  }

  /// Rows with columns of equal width, the first one the head.
  static func layout(_ rows: [[String]]) -> String {
    guard let head = rows.first else { return "" }
    let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == 0
          ? TextLayout.padded(cell, to: widths[column])
          : TextLayout.rightAligned(cell, to: widths[column])
      }
      return "| \(cells.joined(separator: " | ")) |"
    }
    let rule = widths.enumerated().map { column, width in
      String(repeating: "-", count: width + (column == 0 ? 2 : 1)) + (column == 0 ? "" : ":")
    }
    return ([lines[0], "|\(rule.joined(separator: "|"))|"] + lines.dropFirst())
      .joined(separator: "\n") + "\n"
  }

  private func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }
}
