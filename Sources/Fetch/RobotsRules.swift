/// What a site lets robots fetch (RFC 9309).
package struct RobotsRules: Hashable, Sendable {
    private struct Rule: Hashable {
        let isAllowed: Bool
        /// As octets, escapes taken apart as far as they mean nothing special.
        let pattern: [UInt8]
        let isAnchored: Bool
    }

    /// So many bytes are read; RFC 9309 (2.5) wants at least 500 kibibytes.
    package static let mostBytes = 500 << 10
    /// More rules than a site has.
    private static let mostRules = 10_000

    private var rules: [Rule] = []

    /// All is allowed.
    package static let none = RobotsRules()
    /// Nothing is.
    package static let all: RobotsRules = {
        var rules = RobotsRules()
        rules.rules = [Rule(isAllowed: false, pattern: [UInt8(ascii: "/")], isAnchored: false)]
        return rules
    }()

    private init() {}

    /// Reads the groups for `agent`, or those for `*` where there are none.
    ///
    /// - Parameter agent: A product token, in lower case.
    package init(_ bytes: [UInt8], agent: String) {
        var own: [Rule]?
        var general: [Rule] = []
        var isOwn = false
        var isGeneral = false
        var isNaming = false
        for line in bytes.prefix(Self.mostBytes).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            guard let (key, value) = Self.record(line) else { continue }
            switch key {
            case "user-agent":
                if !isNaming { (isOwn, isGeneral) = (false, false) }
                isNaming = true
                if value == "*" {
                    isGeneral = true
                } else if Self.productToken(value) == agent {
                    isOwn = true
                    own = own ?? []
                }
            case "allow", "disallow":
                isNaming = false
                guard !value.isEmpty, (own?.count ?? 0) + general.count < Self.mostRules else { continue }
                let rule = Self.rule(value, isAllowed: key == "allow")
                if isOwn { own?.append(rule) }
                if isGeneral { general.append(rule) }
            // Other records, such as sitemaps, belong to no group and end none (RFC 9309, 2.2.4).
            default: continue
            }
        }
        rules = own ?? general
    }

    /// Whether `target`, a path and query, may be fetched: the longest pattern that matches decides, and allows where two of
    /// the same length differ.
    package func allow(_ target: String) -> Bool {
        let path = Self.plain(Array(target.utf8))
        if path == Array("/robots.txt".utf8) { return true }
        var best: (length: Int, isAllowed: Bool) = (-1, true)
        for rule in rules where Self.matches(path, rule) {
            let length = rule.pattern.count
            if length > best.length || length == best.length && rule.isAllowed { best = (length, rule.isAllowed) }
        }
        return best.isAllowed
    }

    // MARK: Reading

    private static func record(_ line: ArraySlice<UInt8>) -> (key: String, value: String)? {
        let text = String(decoding: line.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
        let start = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        guard let colon = start.firstIndex(of: ":") else { return nil }
        return (trimmed(start[..<colon]).lowercased(), trimmed(start[start.index(after: colon)...]))
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }

    /// The token that a line names: letters, hyphens and underscores (RFC 9309, 2.2.1), in lower case.
    private static func productToken(_ value: String) -> String {
        String(value.lowercased().prefix { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "_") })
    }

    private static func rule(_ value: String, isAllowed: Bool) -> Rule {
        let isAnchored = value.hasSuffix("$")
        return Rule(
            isAllowed: isAllowed,
            pattern: plain(Array((isAnchored ? String(value.dropLast()) : value).utf8)),
            isAnchored: isAnchored
        )
    }

    /// Octets in one form: escapes of unreserved characters taken apart, all others in upper case, and what is not ASCII
    /// escaped (RFC 9309, 2.2.2).
    private static func plain(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
                let low = digit(bytes[index + 2])
            {
                let value = high << 4 | low
                result += isUnreserved(value) ? [value] : escaped(value)
                index += 3
            } else {
                result += byte < 0x80 ? [byte] : escaped(byte)
                index += 1
            }
        }
        return result
    }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
    }

    // MARK: Matching

    /// Whether a path begins with the pattern, in which `*` stands for anything; to its end, where it is anchored.
    ///
    /// Greedy, with one place to go back to: at worst the product of both lengths, which are bounded.
    private static func matches(_ path: [UInt8], _ rule: Rule) -> Bool {
        let pattern = rule.pattern
        var (place, at) = (0, 0)
        var star: (after: Int, place: Int)?
        while true {
            if at == pattern.count {
                if !rule.isAnchored || place == path.count { return true }
            } else if pattern[at] == UInt8(ascii: "*") {
                star = (at + 1, place)
                at += 1
                continue
            } else if place < path.count, pattern[at] == path[place] {
                at += 1
                place += 1
                continue
            }
            guard let last = star, last.place < path.count else { return false }
            star = (last.after, last.place + 1)
            (at, place) = (last.after, last.place + 1)
        }
    }
}
