/// A JSON value (RFC 8259) that keeps what it does not understand: members stay in order, numbers as they were written.
///
/// Foundation's decoders drop unknown members, accept duplicate keys and reformat numbers. Standpoint must do none of
/// these (protocol: "no duplicate keys"; article: "unknown keys are kept"), so it reads JSON with ``JSONReader``.
package enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSON])
    case object(JSONObject)
}

/// A JSON number as its literal, so that a number that is only passed on is passed on unchanged.
package struct JSONNumber: Hashable, Sendable {
    /// The literal, which follows the number grammar of RFC 8259, section 6.
    package let literal: String

    init(validated literal: String) { self.literal = literal }

    package init(_ value: Int) { literal = String(value) }

    /// - Precondition: `value` is finite; JSON has no other numbers.
    package init(_ value: Double) {
        precondition(value.isFinite, "JSON has no literal for \(value)")
        literal = if let whole = Int(exactly: value), value.magnitude < 0x1p53 { String(whole) } else { "\(value)" }
    }

    package var int: Int? { Int(literal) ?? Double(literal).flatMap { Int(exactly: $0) } }

    /// The nearest double, or `nil` where the literal is beyond its range.
    package var double: Double? { Double(literal).flatMap { $0.isFinite ? $0 : nil } }
}

extension JSON {
    package var string: String? { if case .string(let value) = self { value } else { nil } }
    package var int: Int? { if case .number(let value) = self { value.int } else { nil } }
    package var double: Double? { if case .number(let value) = self { value.double } else { nil } }
    package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    package var array: [JSON]? { if case .array(let value) = self { value } else { nil } }
    package var object: JSONObject? { if case .object(let value) = self { value } else { nil } }

    /// The member `key`, or `nil` where this is no object or has no such member.
    package subscript(key: String) -> JSON? { object?[key] }

    /// What kind of value this is, in the words of an error message.
    package var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByFloatLiteral, ExpressibleByNilLiteral
{
    package init(nilLiteral: ()) { self = .null }
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
    package init(floatLiteral value: Double) { self = .number(JSONNumber(value)) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSON)...) {
        var members = JSONObject()
        for (key, value) in elements { members[key] = value }
        self = .object(members)
    }

    package init(_ value: String) { self = .string(value) }
    package init(_ value: Int) { self = .number(JSONNumber(value)) }
    package init(_ value: Double) { self = .number(JSONNumber(value)) }
    package init(_ value: Bool) { self = .bool(value) }
}
