internal import Article
internal import JSON

/// Reads the documents at paths one after the other, each only when it is asked for.
///
/// Plain text (`.txt`, `.text`, `.md`), HTML (`.html`, `.htm`, `.xhtml`), JSON (`.json`: an object or an array of objects) and
/// JSON Lines (`.jsonl`, `.ndjson`: an object a line, streamed); other files that are named, and standard input (`-`), are
/// told apart by their first bytes. Folders are walked in the order of names, hidden files left out; there, a file with an
/// extension that is not known is passed over and counted.
///
/// An element that is an error ends nothing: the next one may be a document again.
package final class DocumentReader: Sequence, IteratorProtocol {
    package typealias Element = Result<Document, DocumentError>

    private enum Source {
        case lines(LineReader)
        case array([JSON], next: Int, name: String)
    }

    /// Files in folders that were passed over for their extensions so far.
    package private(set) var passedOver = 0

    /// Called before waiting for lines that are not there yet, as ``LineReader/beforeWaiting``.
    package var beforeWaiting: (() -> Void)?

    private let limits: DocumentLimits
    private let input: ByteInput
    private var paths: ArraySlice<String>
    private var walk: FolderWalk?
    private var source: Source?

    /// - Parameter input: what `-` stands for.
    package init(paths: [String], limits: DocumentLimits = DocumentLimits(), input: ByteInput = .standardInput) {
        self.limits = limits
        self.input = input
        self.paths = paths[...]
    }

    /// - Throws: ``DocumentError`` `notFound` for the first path that is not there.
    package static func check(_ paths: [String]) throws(DocumentError) {
        for path in paths where path != "-" {
            do throws(DocumentError) { _ = try FolderWalk.kind(of: path) } catch {
                if error.code == .notFound { throw error }
            }
        }
    }

    package func next() -> Element? {
        do throws(DocumentError) { return try step().map { .success($0) } } catch { return .failure(error) }
    }

    private func step() throws(DocumentError) -> Document? {
        while true {
            if let document = try nextOfSource() { return document }
            if let path = try nextOfWalk() {
                if let document = try open(path, isNamed: false) { return document }
                continue
            }
            guard let path = paths.popFirst() else { return nil }
            if path == "-" {
                if let document = try read(input, promised: nil) { return document }
            } else if case .folder = try FolderWalk.kind(of: path) {
                walk = FolderWalk(path, maximumDepth: limits.depth)
            } else if let document = try open(path, isNamed: true) {
                return document
            }
        }
    }

    private func nextOfWalk() throws(DocumentError) -> String? {
        guard let path = try walk?.next() else {
            walk = nil
            return nil
        }
        return path
    }

    private func nextOfSource() throws(DocumentError) -> Document? {
        switch source {
        case nil: return nil
        case .array(let elements, let index, let name):
            guard index < elements.count else {
                source = nil
                return nil
            }
            source = .array(elements, next: index + 1, name: name)
            return try DocumentRecord.read(
                elements[index],
                name: "\(name)[\(index)]",
                source: name,
                limit: limits.document
            )
        case .lines(let reader):
            do throws(DocumentError) {
                if let document = try DocumentLines.next(reader, limits) { return document }
            } catch {
                // A line at fault is not the end; a file that can't be read on is.
                if error.line == nil { source = nil }
                throw error
            }
            source = nil
            return nil
        }
    }

    private func open(_ path: String, isNamed: Bool) throws(DocumentError) -> Document? {
        switch ContentKind.promise(of: path) {
        case .foreign where !isNamed:
            passedOver += 1
            return nil
        case .kind(let kind): return try read(try ByteInput.open(path), promised: kind)
        case .foreign, .silent: return try read(try ByteInput.open(path), promised: nil)
        }
    }

    /// - Returns: The document; `nil` where the input has many of them, which ``source`` now gives.
    private func read(_ input: ByteInput, promised: ContentKind?) throws(DocumentError) -> Document? {
        let start = try input.readStart(upTo: ContentKind.sniffed, until: ContentKind.isEnough)
        try TextDecoding.refuseUTF16(start, name: input.name)
        let kind = promised ?? ContentKind(sniffing: start)
        guard kind != .jsonLines else {
            let reader = LineReader(input, start: start, limit: limits.document)
            reader.beforeWaiting = beforeWaiting
            source = .lines(reader)
            return nil
        }
        let limit = kind == .json ? limits.array : limits.document
        let bytes = start + (try input.read(upTo: limit + 1 - start.count))
        guard bytes.count <= limit else { throw DocumentError(tooLarge: input.name, limit: limit) }
        let text = try TextDecoding.text(bytes, name: input.name)
        switch kind {
        case .json: return try readJSON(text, name: input.name)
        case .html: return Document(name: input.name, submission: .init(content: text, contentType: "text/html"))
        default: return Document(name: input.name, submission: .init(content: text, contentType: "text/plain"))
        }
    }

    private func readJSON(_ text: String, name: String) throws(DocumentError) -> Document? {
        let json: JSON
        do throws(JSONError) { json = try JSONReader.read(text) } catch {
            throw DocumentError(
                .notJSON,
                name,
                "not JSON: \(error); a file of one object a line must be called .jsonl"
            )
        }
        if case .array(let elements) = json {
            source = .array(elements, next: 0, name: name)
            return try nextOfSource()
        }
        return try DocumentRecord.read(json, name: name, source: name, limit: limits.document)
    }
}
