internal import Article
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import TextEncoding
internal import Wire

/// A submission as it comes by HTTP: text or HTML with what is known of it in the query, or JSON as the wire has it.
struct SubmissionRequest {
    /// The body of the `submit` message.
    let body: [UInt8]
    let key: String?
    let priority: Priority

    /// The longest `key`, in bytes; the protocol's.
    private static let longestKey = 512

    /// - Throws: ``HTTPFault`` 400 or 415.
    init(_ type: MediaType, _ charset: String?, _ query: QueryItems, _ bytes: [UInt8]) throws(HTTPFault) {
        try query.demand(type == .json ? ["priority"] : Self.known)
        priority = try Self.priority(query)
        guard type != .json else {
            let submission = try Self.submission(bytes)
            (body, key) = (bytes, try Self.checked(submission.key))
            return
        }
        let text = try Self.text(bytes, charset, isHTML: type == .html)
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw HTTPFault(.badRequest, "no_content", "the body has no text; send the article as the body")
        }
        var submission = Submission(content: text, contentType: type.name)
        submission.key = try Self.checked(query["key"])
        submission.url = query["url"]
        submission.title = query["title"]
        submission.subtitle = query["subtitle"]
        submission.publication = query["publication"]
        submission.published = query["published"]
        submission.language = query["language"]
        let authors = query.all("byline")
        submission.byline = authors.isEmpty ? nil : authors
        (body, key) = (submission.json.encoded(), submission.key)
    }

    private static let known: Set<String> = [
        "key", "priority", "url", "title", "subtitle", "byline", "publication", "published", "language",
    ]

    private static func submission(_ bytes: [UInt8]) throws(HTTPFault) -> Submission {
        let submission: Submission
        do throws(JSONError) { submission = try Submission(json: try JSONReader.read(bytes)) } catch {
            let reason = "the body is no submission: \(error); it is an object with content and content_type"
            throw HTTPFault(.badRequest, "bad_submission", reason)
        }
        guard !submission.contentType.isEmpty else {
            throw HTTPFault(.badRequest, "bad_submission", "content_type is empty; say text/plain or text/html")
        }
        return submission
    }

    /// Takes the sender at its word, and a page at its own, but guesses nothing: who sends bytes by HTTP can say what they are.
    private static func text(_ bytes: [UInt8], _ charset: String?, isHTML: Bool) throws(HTTPFault) -> String {
        let decoded = DecodedText.decode(bytes, charset: charset, isHTML: isHTML)
        guard decoded.encoding == "UTF-8" || decoded.evidence != .detection,
            decoded.faults == 0 || decoded.evidence == .declaration
        else {
            let reason =
                "the body is not \(charset ?? "UTF-8"); convert it, for example with iconv, or name its charset"
            throw HTTPFault(.badRequest, "not_utf8", reason)
        }
        return decoded.text
    }

    private static func checked(_ key: String?) throws(HTTPFault) -> String? {
        guard let key, key.utf8.count > longestKey else { return key }
        throw HTTPFault(
            .badRequest,
            "bad_key",
            "the key has \(key.utf8.count) bytes; at most \(longestKey) are allowed"
        )
    }

    private static func priority(_ query: QueryItems) throws(HTTPFault) -> Priority {
        guard let text = query["priority"] else { return .normal }
        guard let level = Int(text), let priority = Priority(level), text == String(level) else {
            throw HTTPFault(.badRequest, "bad_priority", "priority takes 0 to 9")
        }
        return priority
    }
}
