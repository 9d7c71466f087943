/// Why a document could not be had: what is wrong, where, and what to do.
package struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Hashable, Sendable {
        /// There is nothing at the path: the command line is wrong, not the content.
        case notFound = "not_found"
        /// The system would not let it be read.
        case unreadable
        case tooLarge = "too_large"
        case notUTF8 = "not_utf8"
        case notJSON = "not_json"
        /// A member of a JSON object is missing or of the wrong kind.
        case badMember = "bad_member"
        /// Compressed data or an archive's records are not as they have to be.
        case damaged
        /// A form of file that is not read, or not without a program that is missing.
        case unsupported
        /// Folders are nested too deeply.
        case tooDeep = "too_deep"
    }

    package var code: Code
    /// The path or `standard input`.
    package var name: String
    /// From 1; `nil` where no line is at fault.
    package var line: Int?
    /// What is wrong and what to do.
    package var reason: String

    package init(_ code: Code, _ name: String, line: Int? = nil, _ reason: String) {
        self.code = code
        self.name = name
        self.line = line
        self.reason = reason
    }

    /// Such as `news.jsonl:3: not JSON: …`.
    package var description: String { line.map { "\(name):\($0): \(reason)" } ?? "\(name): \(reason)" }
}
