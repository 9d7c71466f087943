/// A pattern for one name in a folder: `*`, `?`, `[a-z]`, `[!a-z]`, and `\` before a character that stands for itself.
struct NamePattern: Hashable {
    private enum Part: Hashable {
        case any, one
        case scalar(Unicode.Scalar)
        case oneOf([ClosedRange<Unicode.Scalar>], isNegated: Bool)
    }

    private var parts: [Part] = []
    /// Whether it means one name only, and which.
    private(set) var literal: String?
    /// Whether names that begin with a full stop are meant: only where the pattern does.
    private(set) var isHidden: Bool

    init(_ pattern: some StringProtocol) {
        isHidden = pattern.hasPrefix(".")
        let scalars = Array(pattern.unicodeScalars)
        var index = 0
        var text = ""
        var isLiteral = true
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            switch scalar {
            case "*":
                isLiteral = false
                if parts.last != .any { parts.append(.any) }
            case "?":
                isLiteral = false
                parts.append(.one)
            case "[":
                guard let (part, end) = Self.set(scalars, index) else { fallthrough }
                isLiteral = false
                parts.append(part)
                index = end
            default:
                var meant = scalar
                if scalar == "\\", index < scalars.count {
                    meant = scalars[index]
                    index += 1
                }
                parts.append(.scalar(meant))
                text.unicodeScalars.append(meant)
            }
        }
        literal = isLiteral ? text : nil
    }

    /// Whether a path has a character that makes a pattern of it.
    static func isPattern(_ path: String) -> Bool { path.utf8.contains { "*?[".utf8.contains($0) } }

    private static func set(_ scalars: [Unicode.Scalar], _ start: Int) -> (Part, end: Int)? {
        var index = start
        let isNegated = index < scalars.count && (scalars[index] == "!" || scalars[index] == "^")
        if isNegated { index += 1 }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        let first = index
        while index < scalars.count {
            // A bracket that comes first is one of the set.
            if scalars[index] == "]", index > first { return (.oneOf(ranges, isNegated: isNegated), index + 1) }
            if index + 2 < scalars.count, scalars[index + 1] == "-", scalars[index + 2] != "]" {
                if scalars[index] <= scalars[index + 2] { ranges.append(scalars[index]...scalars[index + 2]) }
                index += 3
            } else {
                ranges.append(scalars[index]...scalars[index])
                index += 1
            }
        }
        return nil
    }

    /// - Complexity: The product of both lengths at most: only the last `*` is ever tried again.
    func matches(_ name: String) -> Bool {
        let scalars = Array(name.unicodeScalars)
        var (part, index) = (0, 0)
        var again: (part: Int, index: Int)?
        while index < scalars.count {
            if part < parts.count, parts[part] == .any {
                again = (part + 1, index)
                part += 1
            } else if part < parts.count, Self.matches(parts[part], scalars[index]) {
                part += 1
                index += 1
            } else if let (next, start) = again {
                again = (next, start + 1)
                (part, index) = (next, start + 1)
            } else {
                return false
            }
        }
        return parts[part...].allSatisfy { $0 == .any }
    }

    private static func matches(_ part: Part, _ scalar: Unicode.Scalar) -> Bool {
        switch part {
        case .any: false
        case .one: true
        case .scalar(let own): own == scalar
        case .oneOf(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
        }
    }
}
