internal import Article
internal import JSON

/// Reads a document from a JSON object: at least `text`, `html`, or `content` with `content_type`.
enum DocumentRecord {
    /// The longest id or key, in bytes: both travel in the header of a message, which is small.
    private static let longestKey = 512

    /// - Throws: ``DocumentError`` `badMember` or `tooLarge`.
    static func read(
        _ json: JSON,
        name: String,
        line: Int? = nil,
        source: String,
        limit: Int
    ) throws(DocumentError) -> Document {
        let (submission, id): (Submission, String?)
        do throws(JSONError) { (submission, id) = try Self.submission(json) } catch {
            throw DocumentError(.badMember, line == nil ? name : source, line: line, "\(error)")
        }
        guard submission.content.utf8.count <= limit else {
            throw DocumentError(tooLarge: line == nil ? name : source, line: line, limit: limit)
        }
        return Document(name: name, line: line, id: id, submission: submission)
    }

    private static func submission(_ json: JSON) throws(JSONError) -> (Submission, id: String?) {
        var members = try JSONMembers(json, "a document")
        let (content, contentType) = try content(&members)
        var submission = Submission(content: content, contentType: contentType)
        let id = try members.optional("id", "a string or a whole number", Self.id)
        submission.key = try members.optional("key", "a string or a whole number", Self.id) ?? id
        for (name, value) in [("id", id), ("key", submission.key)] where (value?.utf8.count ?? 0) > longestKey {
            throw JSONError("longer than \(longestKey) bytes; shorten it", path: [name])
        }
        submission.url = try members.optionalString("url")
        submission.title = try members.optionalString("title")
        submission.subtitle = try members.optionalString("subtitle")
        submission.byline = try members.optional("byline", "a string or an array of strings", Self.strings)
        submission.publication = try members.optionalString("publication")
        submission.published = try members.optionalString("published")
        submission.language = try members.optionalString("language")
        submission.extra = members.rest
        return (submission, id)
    }

    private static func content(_ members: inout JSONMembers) throws(JSONError) -> (String, contentType: String) {
        let text = try members.optionalString("text")
        let html = try members.optionalString("html")
        let content = try members.optionalString("content")
        switch (text, html, content) {
        case (let text?, nil, nil): return (text, "text/plain")
        case (nil, let html?, nil): return (html, "text/html")
        case (nil, nil, let content?): return (content, try members.string("content_type"))
        case (nil, nil, nil):
            throw JSONError("there is no content; give \"text\", \"html\", or \"content\" with \"content_type\"")
        default:
            throw JSONError("more than one of \"text\", \"html\" and \"content\"; give only one")
        }
    }

    private static func id(_ json: JSON) -> String? {
        if case .number(let number) = json { return number.int == nil ? nil : number.literal }
        return json.string
    }

    private static func strings(_ json: JSON) -> [String]? {
        if let string = json.string { return [string] }
        guard let elements = json.array else { return nil }
        let strings = elements.compactMap(\.string)
        return strings.count == elements.count ? strings : nil
    }
}
