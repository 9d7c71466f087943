internal import JSON

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The places to go on at in archives, as a file: JSON Lines `{"path","offset","records"}`.
package enum ResumeFile {
    /// More than a hundred thousand archives' places.
    private static let limit = 32 << 20

    /// The places in a file, by the archives' paths; none where there is no file.
    ///
    /// - Throws: ``DocumentError`` where it can't be read or is not such a file.
    package static func load(_ path: String) throws(DocumentError) -> [String: ArchivePlace] {
        let input: ByteInput
        do throws(DocumentError) { input = try ByteInput.open(path) } catch {
            if error.code == .notFound { return [:] }
            throw error
        }
        let reader = LineReader(input, start: try input.readAll(limit: limit), limit: limit)
        var places: [String: ArchivePlace] = [:]
        while let line = try reader.nextJSON() {
            guard let json = try line.get() else { continue }
            guard let archive = json["path"]?.string, let offset = json["offset"]?.int, offset >= 0,
                let records = json["records"]?.int, (0...Int(Int32.max)).contains(records)
            else {
                throw DocumentError(
                    .badMember,
                    path,
                    line: reader.number,
                    "not a place in an archive; give --resume a file of its own, new or written by it"
                )
            }
            places[archive] = ArchivePlace(archive, offset: offset, records: records)
        }
        return places
    }

    /// Replaces the file as a whole, so that there is always one that can be read.
    ///
    /// - Throws: ``DocumentError`` `unreadable` where it can't be written.
    package static func save(_ places: [String: ArchivePlace], to path: String) throws(DocumentError) {
        var bytes: [UInt8] = []
        for place in places.values.sorted(by: { $0.archive < $1.archive }) {
            let json: JSON = [
                "path": JSON(place.archive), "offset": JSON(place.offset), "records": JSON(place.records),
            ]
            bytes += json.encoded() + [0x0A]
        }
        let new = path + ".new"
        let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw fault(path) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            written += count
        }
        let isWhole = written == bytes.count && fsync(descriptor) == 0
        guard close(descriptor) == 0, isWhole, rename(new, path) == 0 else { throw fault(path) }
    }

    private static func fault(_ path: String) -> DocumentError {
        DocumentError(
            .unreadable,
            path,
            "cannot be written (\(String(cString: strerror(errno)))); give --resume another file"
        )
    }
}
