/// Takes an object apart member by member; what is left at the end is what its reader does not know.
///
/// Every `take` removes the member it names, so ``rest`` holds the unknown members in their order.
package struct JSONMembers {
    /// The members not taken yet.
    package private(set) var rest: JSONObject

    /// - Throws: ``JSONError`` where `json` is not an object.
    package init(_ json: JSON, _ what: String) throws(JSONError) {
        guard case .object(let members) = json else {
            throw JSONError("expected \(what) as an object, not \(json.kind)")
        }
        rest = members
    }

    /// The member's value; `nil` where it is absent or null.
    package mutating func take(_ key: String) -> JSON? {
        guard let value = rest.removeValue(forKey: key), value != .null else { return nil }
        return value
    }

    /// Reads an optional member. - Throws: ``JSONError`` where it is there but `read` gives `nil`.
    package mutating func optional<Value>(
        _ key: String,
        _ what: String,
        _ read: (JSON) -> Value?
    ) throws(JSONError) -> Value? {
        guard let json = take(key) else { return nil }
        guard let value = read(json) else { throw JSONError("expected \(what), not \(json.kind)", path: [key]) }
        return value
    }

    /// Reads a member that must be there. - Throws: ``JSONError`` where it is absent, or `read` gives `nil`.
    package mutating func required<Value>(
        _ key: String,
        _ what: String,
        _ read: (JSON) -> Value?
    ) throws(JSONError) -> Value {
        guard let value = try optional(key, what, read) else {
            throw JSONError("missing; expected \(what)", path: [key])
        }
        return value
    }

    package mutating func string(_ key: String) throws(JSONError) -> String {
        try required(key, "a string") { $0.string }
    }

    package mutating func optionalString(_ key: String) throws(JSONError) -> String? {
        try optional(key, "a string") { $0.string }
    }

    package mutating func strings(_ key: String) throws(JSONError) -> [String]? {
        try optional(key, "an array of strings") { json in
            guard let elements = json.array else { return nil }
            let strings = elements.compactMap(\.string)
            return strings.count == elements.count ? strings : nil
        }
    }

    /// A whole number from 0 on.
    package mutating func count(_ key: String) throws(JSONError) -> Int {
        try required(key, "a whole number from 0 on") { json in json.int.flatMap { $0 >= 0 ? $0 : nil } }
    }

    package mutating func number(_ key: String) throws(JSONError) -> Double {
        try required(key, "a number") { $0.double }
    }

    /// An object read member by member, or `nil`. - Throws: ``JSONError`` with `key` first in its path.
    package mutating func optionalObject<Value>(
        _ key: String,
        _ what: String,
        _ read: (inout Self) throws(JSONError) -> Value
    ) throws(JSONError) -> Value? {
        guard let json = take(key) else { return nil }
        do throws(JSONError) {
            var members = try Self(json, what)
            return try read(&members)
        } catch { throw error.inside(key) }
    }

    /// An object read member by member. - Throws: ``JSONError`` with `key` first in its path.
    package mutating func object<Value>(
        _ key: String,
        _ what: String,
        _ read: (inout Self) throws(JSONError) -> Value
    ) throws(JSONError) -> Value {
        guard let value = try optionalObject(key, what, read) else {
            throw JSONError("missing; expected \(what)", path: [key])
        }
        return value
    }

    /// An array read element by element. - Throws: ``JSONError`` with the index of the faulty element in its path.
    package mutating func list<Element>(
        _ key: String,
        _ read: (JSON) throws(JSONError) -> Element
    ) throws(JSONError) -> [Element]? {
        guard let elements = try optional(key, "an array", \.array) else { return nil }
        var list: [Element] = []
        list.reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() {
            do throws(JSONError) { list.append(try read(element)) } catch {
                throw error.inside("\(key)[\(index)]")
            }
        }
        return list
    }
}
