import Derivations
import Reports

extension Engine {
  /// What a session says of a file; what is wrong with the file ends the command.
  func answer<Answer>(
    about source: SourceFile, for arguments: Arguments, on console: Console,
    _ question: (Session) throws(FileError) -> Answer
  ) throws(Stop) -> Answer {
    defer { console.endProgress() }
    do throws(FileError) {
      return try question(try open(source))
    } catch {
      throw .badFile(error, source: source, style: console.errorStyle(color: arguments.color))
    }
  }
}
