internal import HTTPTypes

/// The query of a request, decoded: `key=value` with `&` between them.
struct QueryItems {
    private let items: [(name: String, value: String)]

    /// - Throws: ``HTTPFault`` 400 where an escape is no UTF-8.
    init(_ query: String?) throws(HTTPFault) {
        var items: [(String, String)] = []
        for part in (query ?? "").split(separator: "&") {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            items.append((try Self.decoded(halves[0]), try Self.decoded(halves.count > 1 ? halves[1] : "")))
        }
        self.items = items
    }

    subscript(name: String) -> String? { items.first { $0.name == name }?.value }

    func all(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

    /// - Throws: ``HTTPFault`` 400 where there is another name, or one twice that is not `byline`.
    func demand(_ names: Set<String>) throws(HTTPFault) {
        var seen: Set<String> = []
        for (name, _) in items {
            guard names.contains(name) else {
                let choices = names.sorted().joined(separator: ", ")
                let reason = "the query has \"\(name.prefix(32))\"; allowed are here: \(choices)"
                throw HTTPFault(.badRequest, "bad_query", reason)
            }
            guard seen.insert(name).inserted || name == "byline" else {
                throw HTTPFault(.badRequest, "bad_query", "the query has \"\(name)\" twice")
            }
        }
    }

    /// Takes `%XX` and `+` apart, as forms are written (URL Standard, application/x-www-form-urlencoded).
    private static func decoded(_ text: Substring) throws(HTTPFault) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(0x20)
            case UInt8(ascii: "%"):
                let digits = rest.prefix(2)
                guard digits.count == 2, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16),
                    digits.first != UInt8(ascii: "+")
                else { throw malformed }
                bytes.append(value)
                rest = rest.dropFirst(2)
            default: bytes.append(byte)
            }
        }
        guard let decoded = String(validating: bytes, as: UTF8.self) else { throw malformed }
        return decoded
    }

    private static var malformed: HTTPFault {
        HTTPFault(.badRequest, "bad_query", "the query is not percent-encoded UTF-8")
    }
}
