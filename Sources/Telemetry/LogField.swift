package import Logging

/// A piece of log metadata of a known kind.
///
/// There is no way to put free text into one: identifiers are checked, and what is not an identifier is replaced. So the
/// text of an article cannot reach the logs by accident.
package struct LogField: Sendable {
    package let key: String
    package let value: Logger.MetadataValue

    private init(_ key: String, _ value: Logger.MetadataValue) {
        self.key = key
        self.value = value
    }

    /// What stands in place of a text that is no identifier.
    package static let notAnIdentifier = "<not an identifier>"
}

// MARK: - Identifiers

extension LogField {
    /// The article's id.
    package static func article(_ id: String) -> Self { identifier("article", id) }
    /// The worker's id.
    package static func worker(_ id: String) -> Self { identifier("worker", id) }
    /// The client's id.
    package static func client(_ id: String) -> Self { identifier("client", id) }
    /// The lease's id.
    package static func lease(_ id: String) -> Self { identifier("lease", id) }
    /// The stage's name.
    package static func stage(_ name: String) -> Self { identifier("stage", name) }
    /// The machine-readable code of an error or refusal.
    package static func code(_ code: String) -> Self { identifier("code", code) }
    /// The model's name.
    package static func model(_ name: String) -> Self { identifier("model", name) }
    /// A software version.
    package static func version(_ version: String) -> Self { identifier("version", version) }

    /// 1 to 128 ASCII letters, digits and `. _ : / + -`: what ids look like, and what sentences do not.
    private static func identifier(_ key: String, _ text: String) -> Self {
        let fits = (1...128).contains(text.utf8.count) && text.utf8.allSatisfy(isIdentifierByte)
        return Self(key, .string(fits ? text : notAnIdentifier))
    }

    private static func isIdentifierByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "-")...UInt8(ascii: "/"): true
        case UInt8(ascii: "_"), UInt8(ascii: "+"): true
        default: false
        }
    }
}

// MARK: - Numbers

extension LogField {
    /// Which attempt this is, counted from one.
    package static func attempt(_ number: Int) -> Self { numeric("attempt", number) }
    /// How many of what the message names.
    package static func count(_ number: Int) -> Self { numeric("count", number) }
    /// A size in bytes.
    package static func bytes(_ number: Int) -> Self { numeric("bytes", number) }
    /// A process id.
    package static func pid(_ number: Int) -> Self { numeric("pid", number) }
    /// A TCP port.
    package static func port(_ number: Int) -> Self { numeric("port", number) }
    /// A signal's number.
    package static func signal(_ number: Int) -> Self { numeric("signal", number) }
    /// A process's exit status.
    package static func exitStatus(_ number: Int) -> Self { numeric("exit_status", number) }
    /// The C library's error number.
    package static func errno(_ number: Int32) -> Self { numeric("errno", Int(number)) }

    /// A duration, in whole milliseconds.
    package static func duration(_ duration: Duration) -> Self {
        let (seconds, attoseconds) = duration.components
        return numeric("milliseconds", Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000))
    }

    private static func numeric(_ key: String, _ number: Int) -> Self { Self(key, .stringConvertible(number)) }
}

// MARK: - Places and errors

extension LogField {
    /// A path of the file system.
    package static func path(_ path: String) -> Self { Self("path", .string(path)) }
    /// A ZeroMQ endpoint.
    package static func endpoint(_ endpoint: String) -> Self { Self("endpoint", .string(endpoint)) }

    /// The error's type, and its code if it is a ``LoggableError``; never its description, which may quote its input.
    package static func failure(_ error: any Error) -> Self {
        let type = String(describing: Swift.type(of: error))
        guard let code = (error as? any LoggableError)?.logCode else { return Self("error", .string(type)) }
        return Self("error", .string(type + ":" + identifier("", code).value.description))
    }
}

/// An error with a code that may stand in logs.
package protocol LoggableError: Error {
    /// A short machine-readable code without any input in it.
    var logCode: String { get }
}
