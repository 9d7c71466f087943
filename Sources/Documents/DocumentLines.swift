package import JSON

/// Reads documents from JSON Lines: one object a line; empty lines are passed over.
enum DocumentLines {
    /// The next document; `nil` at the end.
    ///
    /// - Throws: ``DocumentError``; with a line where only that line is at fault.
    static func next(_ reader: LineReader, _ options: DocumentOptions) throws(DocumentError) -> Document? {
        while let line = try reader.nextJSON() {
            guard let json = try line.get() else { continue }
            return try DocumentRecord.read(
                options.fields.applied(to: json),
                name: "\(reader.name):\(reader.number)",
                line: reader.number,
                source: reader.name,
                limit: options.limits.document
            )
        }
        return nil
    }
}

extension LineReader {
    /// Reads the next line as JSON: `nil` at the end; a `nil` inside where the line is empty; a failure for a bad line.
    ///
    /// - Throws: ``DocumentError`` `unreadable` where the input can't be read on.
    package func nextJSON() throws(DocumentError) -> Result<JSON?, DocumentError>? {
        guard let line = try next() else { return nil }
        guard case .bytes(var bytes) = line else {
            return .failure(DocumentError(tooLarge: name, line: number, limit: limit))
        }
        if number == 1, bytes.starts(with: TextDecoding.byteOrderMark) { bytes = .init(rebasing: bytes.dropFirst(3)) }
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return .success(nil) }
        do throws(JSONError) { return .success(try JSONReader.read(bytes)) } catch {
            // Says which byte, where the reader of JSON can only say which string.
            do throws(DocumentError) { _ = try TextDecoding.text(bytes, name: name, line: number) } catch {
                return .failure(error)
            }
            return .failure(DocumentError(.notJSON, name, line: number, "not JSON: \(error)"))
        }
    }
}
