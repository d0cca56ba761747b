import Reports

/// `rederive merge`.
struct MergeCommand {
  let arguments: Arguments
  let console: Console

  func run() throws(Stop) -> ExitCode {
    let shards: ShardSet
    do {
      shards = try ShardSet(
        arguments.operands, program: CommandTable.version, locate: console.locate)
    } catch {
      throw .shards(error)
    }
    let path = arguments.last("out") ?? ""
    do {
      try shards.write(replacing: console.locate(path))
    } catch let error as WriteError {
      throw .write(error)
    } catch let error as ShardFault {
      throw .shards(ShardFaults(faults: [error]))
    } catch {
      throw .bug("shards could not be merged: \(error)")
    }
    try console.print("\(TextLayout.oneLine(path)) written\n")
    return .proved
  }
}
