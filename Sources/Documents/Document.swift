package import Article

/// One document that was found, ready to be submitted.
package struct Document: Hashable, Sendable {
    /// How to speak of it: a path, `path:line` for a line of JSON Lines, `path[index]` for an element of a JSON array,
    /// `path@offset: address` for a record of an archive, or `standard input`.
    package var name: String
    /// The line it stands on, from 1; `nil` where it is not one of JSON Lines.
    package var line: Int?
    /// The member `id` of a JSON object, as it was written; with no `key` beside it, it is the submission's key too.
    package var id: String?
    /// Where in an archive it stands, for reading on from there; `nil` elsewhere.
    package var place: ArchivePlace?
    package var submission: Submission

    package init(
        name: String,
        line: Int? = nil,
        id: String? = nil,
        place: ArchivePlace? = nil,
        submission: Submission
    ) {
        self.name = name
        self.line = line
        self.id = id
        self.place = place
        self.submission = submission
    }
}

/// How much is read at most. Above a bound there is an error; nothing is cut off silently.
package struct DocumentLimits: Hashable, Sendable {
    /// The bytes of one document: a file, an element of an array, a line. The queue's default bound of a body
    /// (protocol: 8 MiB).
    package var document = 8 << 20
    /// The bytes of a file that holds a JSON array of documents; beyond, JSON Lines are streamed.
    package var array = 64 << 20
    /// Folders in folders.
    package var depth = 64

    package init() {}
}
