internal import Glibc

/// The files of one model: a single one, or shards named `NAME-00001-of-00002.safetensors` and so on.
struct ModelFiles: Sendable {
    private(set) var files: [TensorFile] = []
    let metadata: [String: String]

    private static let first = "-00001-of-"
    private static let ending = ".safetensors"
    private static let mostShards = 16

    /// Opens the file, or all shards where it is the first, and compares their checksums, each on a thread of its own.
    ///
    /// - Throws: ``ModelError`` for a file that can't be read, is damaged, or does not belong to the others.
    init(_ path: String) throws(ModelError) {
        for path in try Self.paths(path) { files.append(try TensorFile(path)) }
        metadata = files[0].metadata
        for (index, file) in files.enumerated() {
            let differing = file.metadata.first { key, value in
                !["sha256", "shard"].contains(key) && metadata[key] != value
            }
            guard differing == nil, file.metadata.count == metadata.count else {
                throw ModelError(
                    .malformed,
                    file.file.path,
                    "belongs to another model than \(path): its metadata differ"
                )
            }
            let shard = "\(index + 1)/\(files.count)"
            guard file.metadata["shard"] ?? "1/1" == shard else {
                throw ModelError(
                    .malformed,
                    file.file.path,
                    "\"shard\" in its metadata is not \(shard), as its name has it"
                )
            }
        }
        try verify()
    }

    private static func paths(_ path: String) throws(ModelError) -> [String] {
        guard path.hasSuffix(ending), let mark = path.dropLast(ending.count).lastRange(of: first) else { return [path] }
        let digits = path[mark.upperBound...].dropLast(ending.count)
        guard digits.count == 5, let count = Int(digits), (1...mostShards).contains(count) else {
            throw ModelError(.malformed, path, "expected -of- and a number of shards from 00001 to 000\(mostShards)")
        }
        return (1...count).map { number in
            let text = String(number)
            let padded = String(repeating: "0", count: 5 - text.count) + text
            return "\(path[..<mark.lowerBound])-\(padded)-of-\(digits)\(ending)"
        }
    }

    private func verify() throws(ModelError) {
        for file in files { try file.verify() }
    }
}

extension Substring {
    fileprivate func lastRange(of text: String) -> Range<Index>? {
        var found: Range<Index>?
        var rest = self[...]
        while let range = rest.firstRange(of: text) {
            found = range
            rest = self[range.upperBound...]
        }
        return found
    }
}
