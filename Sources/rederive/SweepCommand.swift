import Derivations
import Reports

/// `rederive sweep`.
struct SweepCommand {
  let arguments: Arguments
  let console: Console
  let engine: Engine

  /// More would take years.
  static let mostPoints = 1 << 40

  func run() throws(Stop) -> ExitCode {
    let request: SweepRequest
    let slice: ShardSlice?
    do {
      request = try self.request()
      slice = try self.slice()
      try checkOutput()
    } catch {
      throw .usage(error)
    }
    let source = try console.read(arguments.operands[0])
    defer { console.endProgress() }
    let job: Job
    do throws(FileError) {
      console.progress("\(source.path): deriving")
      job = Job(sweep: try engine.open(source).sweep(request), source: source)
    } catch {
      throw badFile(error, source)
    }
    if let slice {
      try write(job, slice)
    } else {
      try write(job)
    }
    console.endProgress()
    if let path = arguments.last("out") {
      try console.print("\(TextLayout.oneLine(path)) written\n")
    }
    return .proved
  }

  // MARK: The command line

  private func request() throws(UsageError) -> SweepRequest {
    let vary = try ParameterList.variations(arguments.all("vary"))
    let at = try ParameterList.assignments(arguments.all("at"))
    var points = 1
    for variation in vary {
      guard !at.contains(where: { $0.symbol == variation.symbol }) else {
        throw .repeatedVariation(variation.symbol)
      }
      let (product, overflow) = points.multipliedReportingOverflow(by: variation.count)
      guard !overflow, product <= Self.mostPoints else { throw .tooManyPoints }
      points = product
    }
    var columns = vary.map(\.symbol)
    for quantity in arguments.all("quantity") {
      guard !columns.contains(quantity) else { throw .repeatedColumn(quantity) }
      columns.append(quantity)
    }
    return SweepRequest(
      vary: vary, at: at.map { .init(symbol: $0.symbol, value: $0.value) },
      given: try ParameterList.restrictions(arguments.all("given")),
      quantities: arguments.all("quantity"))
  }

  private func slice() throws(UsageError) -> ShardSlice? {
    guard let text = arguments.last("shard") else { return nil }
    guard let slice = ShardSlice(text) else { throw .noSlice(text) }
    return slice
  }

  private func checkOutput() throws(UsageError) {
    guard !arguments.isSet("out") else { return }
    if arguments.isSet("shard") { throw .needsFile(option: "--shard") }
    if format.isBinary { throw .needsFile(option: "--format \(format.rawValue)") }
  }

  private var format: SweepFormat {
    arguments.choice("format", as: SweepFormat.self, default: .csv)
  }

  // MARK: Writing

  private struct Job {
    var sweep: Sweep
    var source: SourceFile
    var shape: SweepShape { SweepShape(columns: sweep.columns, shape: sweep.shape) }

    /// What the numbers depend on, the very bytes of the file among it.
    var description: String {
      var checksum = CRC32()
      checksum.add(source.bytes)
      return "\(sweep.description)\nfile of \(source.bytes.count) bytes, crc32 \(checksum.text)"
    }
  }

  /// All of it, to a file or to standard output.
  private func write(_ job: Job) throws(Stop) {
    let shape = job.shape
    let all = 0..<job.sweep.count
    guard let path = arguments.last("out") else {
      try console.print(String(decoding: SweepRows.head(format, shape), as: UTF8.self))
      return try compute(job, all) { (columns) throws(Stop) in
        let rows = SweepRows.body(format, shape, columns: columns)
        try console.print(String(decoding: rows, as: UTF8.self))
      }
    }
    var file = try output { () throws(WriteError) in
      try SweepFile(replacing: console.locate(path), format, shape)
    }
    try compute(job, all) { (columns) throws(Stop) in
      do throws(WriteError) { try file.add(columns) } catch { throw .write(error) }
    }
    do throws(WriteError) { try file.commit() } catch { throw .write(error) }
  }

  /// One shard, to its file.
  private func write(_ job: Job, _ slice: ShardSlice) throws(Stop) {
    let header = ShardHeader(
      program: CommandTable.version, description: job.description, shape: job.shape,
      format: format, slice: slice)
    var file = try output { () throws(WriteError) in
      try ShardFile(replacing: console.locate(arguments.last("out") ?? ""), header)
    }
    try compute(job, slice.range(of: job.sweep.count)) { (columns) throws(Stop) in
      do throws(WriteError) { try file.add(columns) } catch { throw .write(error) }
    }
    do throws(WriteError) { try file.commit() } catch { throw .write(error) }
  }

  private func output<File: ~Copyable>(
    _ open: () throws(WriteError) -> File
  ) throws(Stop) -> File {
    do { return try open() } catch { throw .write(error) }
  }

  /// Gives the points piece by piece, in pieces that take about a tenth of a second.
  private func compute(
    _ job: Job, _ range: Range<Int>, _ body: ([[Double]]) throws(Stop) -> Void
  ) throws(Stop) {
    let progress = SweepProgress(total: range.count)
    let clock = ContinuousClock()
    var size = 1 << 10
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(range.upperBound, start + size)
      let began = clock.now
      let columns: [[Double]]
      do {
        columns = try job.sweep.values(start..<end)
      } catch let error as FileError {
        throw badFile(error, job.source)
      } catch {
        throw .bug("a sweep could not be computed: \(error)")
      }
      try body(columns)
      let took = began.duration(to: clock.now)
      if took < .milliseconds(50) { size = min(size * 2, 1 << 16) }
      if took > .milliseconds(200) { size = max(size / 2, 1 << 4) }
      start = end
      console.progress("\(job.source.path): \(progress.text(done: end - range.lowerBound))")
    }
  }

  private func badFile(_ error: FileError, _ source: SourceFile) -> Stop {
    .badFile(
      error, source: source,
      style: console.errorStyle(
        color: arguments.color))
  }
}
