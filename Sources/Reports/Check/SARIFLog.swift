import Derivations

/// The part of SARIF 2.1.0 that is written, by the names of the standard.
struct SARIFLog: Encodable {
  var schema = "https://json.schemastore.org/sarif-2.1.0.json"
  var version = "2.1.0"
  var runs: [Run]

  init(runs: [Run]) {
    self.runs = runs
  }

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version
    case runs
  }

  struct Run: Encodable {
    var tool: Tool
    var invocations: [Invocation]
    var columnKind = "unicodeCodePoints"
    /// Where relative paths begin.
    var originalUriBaseIds = [
      ArtifactLocation.base: Base(description: .init(text: "The folder that rederive ran in."))
    ]
    var results: [Result]

    init(version: String, rules: [Rule], isComplete: Bool, results: [Result]) {
      invocations = [Invocation(executionSuccessful: isComplete)]
      tool = Tool(driver: .init(semanticVersion: version, rules: rules))
      self.results = results
    }
  }

  struct Base: Encodable {
    var description: Message
  }

  struct Invocation: Encodable {
    var executionSuccessful: Bool
  }

  struct Tool: Encodable {
    var driver: Driver

    struct Driver: Encodable {
      var name = "rederive"
      var semanticVersion: String
      var rules: [Rule]

      init(semanticVersion: String, rules: [Rule]) {
        self.semanticVersion = semanticVersion
        self.rules = rules
      }
    }
  }

  struct Rule: Encodable {
    var id: String
    /// The code's case, as a type would be called: `LostSign`.
    var name: String
    var shortDescription: Message
    var fullDescription: Message
    var help: Message
    var defaultConfiguration: Configuration

    init(_ explanation: Explanation) {
      let code = explanation.code
      id = code.rawValue
      let word = String(describing: code)
      name = word.prefix(1).uppercased() + word.dropFirst()
      shortDescription = Message(text: explanation.title)
      fullDescription = Message(text: explanation.meaning)
      help = Message(
        text: "\(explanation.physics) An example: rederive explain \(code.rawValue).")
      defaultConfiguration = Configuration(level: code.severity.word)
    }

    struct Configuration: Encodable {
      var level: String
    }
  }

  struct Message: Encodable {
    var text: String
  }

  struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int
    var level: String
    var message: Message
    var locations: [Place]
    /// The other lines of a finding about several; left out where there are none.
    var relatedLocations: [Place]?
    var partialFingerprints: [String: String]
    /// Left out where there is none.
    var fixes: [Fix]?
  }

  struct Place: Encodable {
    var physicalLocation: PhysicalLocation

    init(uri: String, region: Region) {
      physicalLocation = PhysicalLocation(
        artifactLocation: .init(uri: uri), region: region)
    }
  }

  struct PhysicalLocation: Encodable {
    var artifactLocation: ArtifactLocation
    var region: Region
  }

  struct ArtifactLocation: Encodable {
    static let base = "%SRCROOT%"

    var uri: String
    var uriBaseId = Self.base

    init(uri: String) {
      self.uri = uri
    }
  }

  /// Lines and columns from 1, the end excluded; an empty region is where something is put in.
  struct Region: Encodable {
    var startLine: Int
    var startColumn: Int
    var endLine: Int
    var endColumn: Int
  }

  struct Fix: Encodable {
    var description: Message
    var artifactChanges: [ArtifactChange]
  }

  struct ArtifactChange: Encodable {
    var artifactLocation: ArtifactLocation
    var replacements: [Replacement]
  }

  struct Replacement: Encodable {
    var deletedRegion: Region
    var insertedContent: Message
  }
}
