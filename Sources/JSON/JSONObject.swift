internal import OrderedCollections

/// The members of a JSON object, in the order in which they were written; keys are unique.
package struct JSONObject: Hashable, Sendable {
    private var members: OrderedDictionary<MemberKey, JSON> = [:]

    package init() {}

    package var count: Int { members.count }
    package var isEmpty: Bool { members.isEmpty }
    package var keys: some Collection<String> { members.keys.lazy.map(\.text) }

    /// The member `key`; a new one goes to the end, `nil` removes it.
    package subscript(key: String) -> JSON? {
        get { members[MemberKey(text: key)] }
        set { members[MemberKey(text: key)] = newValue }
    }

    /// Sets a member. - Returns: Its value before, or `nil` where it is new.
    @discardableResult
    package mutating func updateValue(_ value: JSON, forKey key: String) -> JSON? {
        members.updateValue(value, forKey: MemberKey(text: key))
    }

    /// Removes a member. - Returns: Its value, or `nil` where there was none.
    package mutating func removeValue(forKey key: String) -> JSON? { members.removeValue(forKey: MemberKey(text: key)) }

    /// This object with the members of `others` whose keys it lacks after its own.
    package func adding(_ others: Self) -> Self {
        var result = self
        for (key, value) in others where result[key] == nil { result[key] = value }
        return result
    }
}

extension JSONObject: Sequence {
    package func makeIterator() -> some IteratorProtocol<(key: String, value: JSON)> {
        members.elements.lazy.map { (key: $0.key.text, value: $0.value) }.makeIterator()
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, JSON)...) {
        for (key, value) in elements { self[key] = value }
    }
}

/// A key as JSON compares keys: code unit by code unit (RFC 8259, section 8.3).
///
/// `String` takes canonically equivalent texts for equal, so two keys that differ only in how an accent is composed
/// would pass for duplicates.
private struct MemberKey: Hashable {
    let text: String

    static func == (left: Self, right: Self) -> Bool {
        left.text.utf8.count == right.text.utf8.count && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        let isContiguous: Void? = text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: .init($0)) }
        if isContiguous == nil { Array(text.utf8).withUnsafeBytes { hasher.combine(bytes: $0) } }
    }
}
