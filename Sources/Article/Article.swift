package import JSON

/// The document that flows through the pipeline: each stage adds its part and leaves the rest as it found it.
///
/// The JSON form is `standpoint/article/1` (config/schemas/article.schema.json). All spans are in Unicode scalars of ``text``.
/// A part that no stage has reached yet is `nil`, and absent from the JSON.
package struct Article: Hashable, Sendable {
    /// The value of the `schema` member.
    package static let schema = "standpoint/article/1"

    package var id: String
    package var source: Source
    package var title: String?
    package var subtitle: String?
    package var byline: [String]?
    package var publication: String?
    /// ISO 8601, as precise as it is known.
    package var published: String?
    /// When it was changed last, in ISO 8601.
    package var modified: String?
    /// The address that the article gives as its own, which need not be where it was found.
    package var canonicalURL: String?
    /// BCP 47, such as `en`.
    package var language: String?
    /// The id of an article of before that is nearly the same.
    package var nearDuplicateOf: String?
    package var text: String
    package var blocks: [Block]?
    package var sentences: [Sentence]?
    package var attributions: [Attribution]?
    package var targets: [Target]?
    package var stances: [Stance]?
    package var summary: [Summary]?
    package var provenance: [Provenance]
    /// Members that this version does not know, kept as they came.
    package var extra: JSONObject
    /// What the stage at work wants said of how it went. Signing moves it into the provenance; it has no place in the JSON.
    package var note: String?

    package init(id: String, source: Source, text: String) {
        self.id = id
        self.source = source
        self.text = text
        provenance = []
        extra = [:]
    }
}

extension Article {
    /// Where the article came from, and the bytes that came.
    package struct Source: Hashable, Sendable {
        /// A media type, such as `text/plain` or `text/html`.
        package var contentType: String
        package var url: String?
        /// The size of the content as submitted, in bytes.
        package var bytes: Int
        /// The SHA-256 of the content as submitted, in lower-case hexadecimal.
        package var sha256: String
        /// The submitter's own name for the article, where one was given.
        package var key: String?
        package var extra: JSONObject = [:]

        package init(contentType: String, url: String? = nil, bytes: Int, sha256: String, key: String? = nil) {
            self.contentType = contentType
            self.url = url
            self.bytes = bytes
            self.sha256 = sha256
            self.key = key
        }
    }

    /// A part of the text of one kind. Every scalar of the text that is not white space is in exactly one block.
    package struct Block: Hashable, Sendable {
        package enum Kind: String, Hashable, Sendable, CaseIterable {
            case title, subtitle, byline, dateline, publication, heading, paragraph
            case listItem = "list_item"
            case quote, table, caption, boilerplate

            /// Whether the block is what the author wrote to be read: only such blocks are cut into sentences.
            package var isSegmented: Bool { isBody || self == .title || self == .subtitle }

            /// Whether the block is part of the body.
            package var isBody: Bool { [.heading, .paragraph, .listItem, .quote].contains(self) }
        }

        package var kind: Kind
        package var span: ScalarSpan
        package var extra: JSONObject = [:]

        package init(_ kind: Kind, _ span: ScalarSpan) {
            self.kind = kind
            self.span = span
        }
    }

    /// A sentence: a span inside one block, without white space at its ends.
    package struct Sentence: Hashable, Sendable {
        package var span: ScalarSpan
        /// The index of the sentence's block in ``Article/blocks``.
        package var block: Int
        package var extra: JSONObject = [:]

        package init(_ span: ScalarSpan, block: Int) {
            self.span = span
            self.block = block
        }
    }

    /// What one stage did: which software and model, and how long it took.
    package struct Provenance: Hashable, Sendable {
        package var stage: String
        package var software: String
        package var model: String?
        package var milliseconds: Double
        /// What a reader must know of how the stage went, such as the reason for which it left the article alone.
        package var note: String?
        package var extra: JSONObject = [:]

        package init(stage: String, software: String, model: String?, milliseconds: Double, note: String? = nil) {
            self.stage = stage
            self.software = software
            self.model = model
            self.milliseconds = milliseconds
            self.note = note
        }
    }
}
