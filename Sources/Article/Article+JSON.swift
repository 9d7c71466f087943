package import JSON

extension Article {
    /// Reads the document. Unknown members are kept in the `extra` of the object that holds them.
    ///
    /// - Throws: ``JSONError`` with the path of the first member that is missing or of the wrong kind, or that points at
    ///   something which is not there.
    package init(json: JSON) throws(JSONError) {
        var members = try JSONMembers(json, "an article")
        let schema = try members.string("schema")
        guard schema == Self.schema else {
            throw JSONError("expected \"\(Self.schema)\", not \"\(schema.prefix(64))\"", path: ["schema"])
        }
        id = try members.string("id")
        source = try members.object("source", "a source", Source.init(members:))
        title = try members.optionalString("title")
        subtitle = try members.optionalString("subtitle")
        byline = try members.strings("byline")
        publication = try members.optionalString("publication")
        published = try members.optionalString("published")
        modified = try members.optionalString("modified")
        canonicalURL = try members.optionalString("canonical_url")
        language = try members.optionalString("language")
        nearDuplicateOf = try members.optionalString("near_duplicate_of")
        text = try members.string("text")
        blocks = try members.list("blocks", Block.init(json:))
        sentences = try members.list("sentences", Sentence.init(json:))
        attributions = try members.list("attributions", Attribution.init(json:))
        targets = try members.list("targets", Target.init(json:))
        stances = try members.list("stances", Stance.init(json:))
        summary = try members.list("summary", Summary.init(json:))
        provenance = try members.list("provenance", Provenance.init(json:)) ?? []
        extra = members.rest
        try checkReferences()
    }

    /// The document; members without a value are absent.
    package var json: JSON {
        var object = JSONObject()
        object["schema"] = JSON(Self.schema)
        object["id"] = JSON(id)
        object["source"] = source.json
        object["title"] = title.map { JSON($0) }
        object["subtitle"] = subtitle.map { JSON($0) }
        object["byline"] = byline.map { .array($0.map { JSON($0) }) }
        object["publication"] = publication.map { JSON($0) }
        object["published"] = published.map { JSON($0) }
        object["modified"] = modified.map { JSON($0) }
        object["canonical_url"] = canonicalURL.map { JSON($0) }
        object["language"] = language.map { JSON($0) }
        object["near_duplicate_of"] = nearDuplicateOf.map { JSON($0) }
        object["text"] = JSON(text)
        object["blocks"] = blocks.map { .array($0.map(\.json)) }
        object["sentences"] = sentences.map { .array($0.map(\.json)) }
        object["attributions"] = attributions.map { .array($0.map(\.json)) }
        object["targets"] = targets.map { .array($0.map(\.json)) }
        object["stances"] = stances.map { .array($0.map(\.json)) }
        object["summary"] = summary.map { .array($0.map(\.json)) }
        object["provenance"] = .array(provenance.map(\.json))
        return .object(object.adding(extra))
    }
}

extension Article {
    /// Reads the document from UTF-8. - Throws: ``JSONError``.
    package init(encoded bytes: [UInt8]) throws(JSONError) {
        self = try Self(json: try JSONReader.read(bytes))
    }

    /// The document as compact UTF-8.
    package func encoded() -> [UInt8] { json.encoded() }
}

extension JSONMembers {
    /// Takes a number within bounds. - Throws: ``JSONError`` that names them.
    mutating func number(_ key: String, in bounds: ClosedRange<Double>) throws(JSONError) -> Double {
        try required(
            key,
            "a number from \(JSONNumber(bounds.lowerBound).literal) to \(JSONNumber(bounds.upperBound).literal)"
        ) {
            json in json.double.flatMap { bounds.contains($0) ? $0 : nil }
        }
    }

    /// Takes `start` and `end`. - Throws: ``JSONError`` where they are not a span.
    mutating func span() throws(JSONError) -> ScalarSpan {
        let start = try count("start")
        let end = try count("end")
        guard start <= end else { throw JSONError("the span ends before it starts", path: ["end"]) }
        return ScalarSpan(start, end)
    }

    /// Takes a word of a closed list. - Throws: ``JSONError`` that names the list.
    mutating func word<Word: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        _ type: Word.Type
    ) throws(JSONError) -> Word {
        let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
        return try required(key, "one of \(words)") { json in json.string.flatMap(Word.init(rawValue:)) }
    }
}

extension JSONObject {
    /// Adds `start` and `end`.
    mutating func set(_ span: ScalarSpan) {
        self["start"] = JSON(span.start)
        self["end"] = JSON(span.end)
    }

    /// This object and the unknown members that came with it.
    func with(_ extra: JSONObject) -> JSON { .object(extra.isEmpty ? self : adding(extra)) }
}
