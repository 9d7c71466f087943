internal import Documents
internal import Service

extension Console {
    /// The input that a path names; `-` or no path is standard input.
    ///
    /// - Throws: ``CommandError``: with status 2 where there is no such file.
    func open(_ path: String?) throws(CommandError) -> ByteInput {
        guard let path, path != "-" else { return input }
        do throws(DocumentError) { return try ByteInput.open(path) } catch { throw CommandError(error) }
    }

    /// Tells of a document at fault: where, the code, and why.
    func complain(_ error: DocumentError) { complain(error.told) }
}

extension DocumentError {
    /// Such as `news.jsonl:3: not_json: …`.
    var told: String {
        let place = line.map { "\(name):\($0)" } ?? name
        return "\(place): \(code.rawValue): \(reason)"
    }
}

extension CommandError {
    /// A path that is not there is a mistake in the command line; all else is one in the input.
    init(_ error: DocumentError) {
        self.init("\(error)", status: error.code == .notFound ? .usage : .failure)
    }
}
