/// Where in an archive a record begins: a place in the file and how many records to pass over from there.
///
/// A compressed archive can be entered at the start of a gzip member only, and most have one for each record.
package struct ArchivePlace: Hashable, Sendable {
    /// The archive's path.
    package var archive: String
    package var offset: Int
    package var records: Int

    package init(_ archive: String, offset: Int, records: Int = 0) {
        self.archive = archive
        self.offset = offset
        self.records = records
    }

    /// Where the next record begins.
    package var next: ArchivePlace { ArchivePlace(archive, offset: offset, records: records + 1) }
}
