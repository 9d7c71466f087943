/// How documents are read.
package struct DocumentOptions: Sendable {
    package var limits: DocumentLimits
    /// The names of JSON documents' members.
    package var fields: FieldMap
    /// Where to go on in archives, by their paths.
    package var places: [String: ArchivePlace]
    /// Whether files that are named are read though their extensions are not known, as those in folders never are.
    package var takesUnknown = true

    package init(
        limits: DocumentLimits = DocumentLimits(),
        fields: FieldMap = FieldMap(),
        places: [String: ArchivePlace] = [:]
    ) {
        self.limits = limits
        self.fields = fields
        self.places = places
    }
}

/// How far the reading of a large file is.
package struct ReadingProgress: Hashable, Sendable {
    package let name: String
    /// Bytes used so far.
    package let read: Int
    /// Of how many; `nil` for a stream.
    package let size: Int?
}
