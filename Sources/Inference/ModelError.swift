internal import VisibleText

/// Why a model can't be used.
package struct ModelError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Hashable, Sendable {
        /// There is no such file, or it can't be read.
        case unreadable
        /// The file is no model file, or its parts contradict each other.
        case malformed
        /// The bytes are not those that were written: the checksum differs.
        case damaged
        /// A model of a kind that this program can't run.
        case unsupported
    }

    package var code: Code
    /// The file, as it was named.
    package var file: String
    /// What is wrong and what to do.
    package var reason: String

    package init(_ code: Code, _ file: String, _ reason: String) {
        self.code = code
        self.file = file
        self.reason = reason
    }

    package var description: String { VisibleText.plain("\(file): \(reason)") }
}
