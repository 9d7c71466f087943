/// Why bytes are not the JSON that was asked for.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    package var reason: String
    /// Where: the byte offset in the input, where the fault is one of syntax.
    package var offset: Int?
    /// Where: the path of members that led to the value, where the fault is one of content.
    package var path: [String]

    package init(_ reason: String, offset: Int? = nil, path: [String] = []) {
        self.reason = reason
        self.offset = offset
        self.path = path
    }

    /// The same fault, seen from the object that holds the faulty value at `key`.
    package func inside(_ key: String) -> Self {
        Self(reason, offset: offset, path: [key] + path)
    }

    package var description: String {
        if let offset { return "\(reason) at byte \(offset)" }
        return path.isEmpty ? reason : "\(path.joined(separator: ".")): \(reason)"
    }
}
