internal import JSON

/// Which members of JSON documents are which members of a submission, where they have other names.
package struct FieldMap: Hashable, Sendable {
    /// The members that can be named.
    package static let members = [
        "text", "html", "content", "content_type", "key", "id", "url", "title", "subtitle", "byline", "publication",
        "published", "modified", "canonical_url", "language",
    ]

    /// Ours and theirs; theirs may lead into objects, with dots between names.
    private var fields: [(ours: String, theirs: String)] = []

    package init() {}

    /// - Parameter flags: Such as `text=body` or `title=meta.headline`.
    /// - Throws: ``Fault``.
    package init(_ flags: [String]) throws(Fault) {
        for flag in flags {
            guard let equals = flag.firstIndex(of: "="), equals != flag.startIndex else { throw Fault(flag) }
            let theirs = String(flag[flag.index(after: equals)...])
            guard Self.members.contains(String(flag[..<equals])), !theirs.isEmpty else { throw Fault(flag) }
            fields.append((String(flag[..<equals]), theirs))
        }
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.fields.elementsEqual(right.fields) { $0 == $1 }
    }

    package func hash(into hasher: inout Hasher) {
        for field in fields { hasher.combine(field.theirs) }
    }

    /// A document with its members under our names. What is under a name that is given to another stays where it is not
    /// replaced; a member that is not there changes nothing, so that files of mixed forms can be read.
    func applied(to json: JSON) -> JSON {
        guard !fields.isEmpty, let object = json.object else { return json }
        var result = object
        for (_, theirs) in fields { result[theirs] = nil }
        for (ours, theirs) in fields {
            guard let value = object[theirs] ?? Self.member(of: json, theirs) else { continue }
            result[ours] = value
        }
        return .object(result)
    }

    private static func member(of json: JSON, _ path: String) -> JSON? {
        guard path.contains(".") else { return nil }
        var value = json
        for name in path.split(separator: ".") {
            guard let next = value.object?[String(name)] else { return nil }
            value = next
        }
        return value
    }

    /// A flag that names no member of ours, or none of theirs.
    package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        let flag: String

        init(_ flag: String) { self.flag = flag }

        package var description: String {
            "\"\(flag)\" is no field; write OURS=THEIRS, as in text=body, where OURS is one of "
                + FieldMap.members.joined(separator: ", ")
        }
    }
}
