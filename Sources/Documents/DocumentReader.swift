internal import Article
internal import JSON

/// Reads the documents at paths one after the other, each only when it is asked for.
///
/// Plain text, Markdown, HTML, JSON (an object or an array of objects), JSON Lines (an object a line, streamed), feeds, PDF
/// and web archives (streamed), each also compressed with gzip. What the first bytes say beyond doubt goes before the name's
/// extension, and the extension before a guess from the first bytes, by which standard input (`-`) is told too. Folders are
/// walked in the order of names, hidden files left out; there, a file with an extension that is not known is passed over
/// and counted. A path with `*`, `?` or `[` that is not there as it stands is a pattern (``PatternWalk``).
///
/// An element that is an error ends nothing: the next one may be a document again.
package final class DocumentReader: Sequence, IteratorProtocol {
    package typealias Element = Result<Document, DocumentError>

    private enum Source {
        case lines(LineReader)
        case array([JSON], next: Int, name: String)
        case archive(ArchiveReader, size: Int?)
        case feed(FeedSource)
    }

    /// Files in folders that were passed over for their extensions so far.
    package private(set) var passedOver = 0
    /// Items of feeds that have no more than a summary and were passed over so far.
    package private(set) var itemsPassedOver = 0
    /// Records of web archives that are no pages and were passed over so far.
    package var recordsPassedOver: Int {
        guard case .archive(let archive, _) = source else { return earlierRecords }
        return earlierRecords + archive.passedOver
    }

    /// Called before waiting for lines that are not there yet, as ``LineReader/beforeWaiting``.
    package var beforeWaiting: (() -> Void)?

    private let options: DocumentOptions
    private var limits: DocumentLimits { options.limits }
    private let input: ByteInput
    private var paths: ArraySlice<String>
    private var pattern: PatternWalk?
    private var walk: FolderWalk?
    private var source: Source?
    private var earlierRecords = 0

    /// - Parameter input: what `-` stands for.
    package init(paths: [String], options: DocumentOptions = DocumentOptions(), input: ByteInput = .standardInput) {
        self.options = options
        self.input = input
        self.paths = paths[...]
    }

    package convenience init(paths: [String], limits: DocumentLimits, input: ByteInput = .standardInput) {
        self.init(paths: paths, options: DocumentOptions(limits: limits), input: input)
    }

    /// - Throws: ``DocumentError`` `notFound` for the first path that is not there, or pattern that nothing matches.
    package static func check(_ paths: [String]) throws(DocumentError) {
        for path in paths where path != "-" {
            do throws(DocumentError) { _ = try FolderWalk.kind(of: path) } catch {
                guard error.code == .notFound else { continue }
                guard NamePattern.isPattern(path) else { throw error }
                var walk = PatternWalk(path, maximumDepth: DocumentLimits().depth)
                var found: String?
                // A folder that can't be read is told of when the documents are read.
                do throws(DocumentError) { found = try walk.next() } catch { continue }
                if found == nil {
                    throw DocumentError(.notFound, path, "nothing matches this pattern; check it")
                }
            }
        }
    }

    package func next() -> Element? {
        do throws(DocumentError) { return try step().map { .success($0) } } catch { return .failure(error) }
    }

    /// How far the reading of a large file is; `nil` where none is being read.
    package var progress: ReadingProgress? {
        guard case .archive(let archive, let size) = source else { return nil }
        return ReadingProgress(name: archive.name, read: archive.offset, size: size)
    }

    private func step() throws(DocumentError) -> Document? {
        while true {
            if let document = try nextOfSource() { return document }
            if let path = try nextOfWalk() {
                if let document = try open(path, isNamed: false) { return document }
            } else if let path = try nextOfPattern() {
                if let document = try enter(path) { return document }
            } else {
                guard let path = paths.popFirst() else { return nil }
                if path == "-" {
                    if let document = try read(input, promised: nil) { return document }
                } else if let document = try enter(path) {
                    return document
                }
            }
        }
    }

    /// Opens a path that was named: a file, a folder or a pattern.
    private func enter(_ path: String) throws(DocumentError) -> Document? {
        let kind: FolderWalk.Kind
        do throws(DocumentError) { kind = try FolderWalk.kind(of: path) } catch {
            guard error.code == .notFound, pattern == nil, NamePattern.isPattern(path) else { throw error }
            pattern = PatternWalk(path, maximumDepth: limits.depth)
            return nil
        }
        guard case .folder = kind else { return try open(path, isNamed: true) }
        walk = FolderWalk(path, maximumDepth: limits.depth)
        return nil
    }

    private func nextOfWalk() throws(DocumentError) -> String? {
        guard let path = try walk?.next() else {
            walk = nil
            return nil
        }
        return path
    }

    private func nextOfPattern() throws(DocumentError) -> String? {
        guard let path = try pattern?.next() else {
            pattern = nil
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
                options.fields.applied(to: elements[index]),
                name: "\(name)[\(index)]",
                source: name,
                limit: limits.document
            )
        case .lines(let reader):
            do throws(DocumentError) {
                if let document = try DocumentLines.next(reader, options) { return document }
            } catch {
                // A line at fault is not the end; a file that can't be read on is.
                if error.line == nil { source = nil }
                throw error
            }
            source = nil
            return nil
        case .feed(var feed):
            let result: Result<Document?, DocumentError>
            do throws(DocumentError) { result = .success(try feed.next()) } catch { result = .failure(error) }
            if case .success(nil) = result {
                itemsPassedOver += feed.passedOver
                source = nil
            } else {
                source = .feed(feed)
            }
            return try result.get()
        case .archive(let archive, _):
            do throws(DocumentError) {
                if let document = try archive.next() { return document }
            } catch {
                if error.code == .unreadable { close(archive) }
                throw error
            }
            close(archive)
            return nil
        }
    }

    private func close(_ archive: ArchiveReader) {
        earlierRecords += archive.passedOver
        source = nil
    }

    private func open(_ path: String, isNamed: Bool) throws(DocumentError) -> Document? {
        switch ContentKind.promise(of: path) {
        case .foreign where !(isNamed && options.takesUnknown):
            passedOver += 1
            return nil
        case .kind(let kind): return try read(try ByteInput.open(path), promised: kind)
        case .foreign, .silent: return try read(try ByteInput.open(path), promised: nil)
        }
    }

    /// - Returns: The document; `nil` where the input has many of them, which ``source`` now gives.
    private func read(_ input: ByteInput, promised: ContentKind?) throws(DocumentError) -> Document? {
        let start = try input.readStart(upTo: ContentKind.sniffed, until: ContentKind.isEnough)
        let kind = ContentKind(signature: start) ?? Self.unsigned(promised) ?? ContentKind(sniffing: start)
        let isText = [ContentKind.plainText, .markdown, .html].contains(kind)
        if !isText || !TextDecoding.isUTF16(start) { try TextDecoding.refuseUTF16(start, name: input.name) }
        switch kind {
        case .archive, .gzip: return try readArchive(input, start, kind, promised: promised)
        case .jsonLines:
            let reader = LineReader(input, start: start, limit: limits.document)
            reader.beforeWaiting = beforeWaiting
            source = .lines(reader)
            return nil
        case .pdf:
            let bytes = start + (try input.read(upTo: limits.array + 1 - start.count))
            guard bytes.count <= limits.array else { throw DocumentError(tooLarge: input.name, limit: limits.array) }
            let text = try PDFText.text(of: bytes, name: input.name, limit: limits.document)
            return Document(name: input.name, submission: .init(content: text, contentType: "text/plain"))
        case .html where promised == .feed && !ContentKind.isPage(start):
            throw DocumentError(
                .unsupported,
                input.name,
                "XML that is neither RSS nor Atom; make HTML, text or JSON of it"
            )
        case .epub:
            throw DocumentError(
                .unsupported,
                input.name,
                "an EPUB book, which is not read: make HTML or text of it first, for example with pandoc"
            )
        case .plainText, .markdown, .html, .json, .feed: break
        }
        let limit = kind == .json || kind == .feed ? limits.array : limits.document
        let bytes = start + (try input.read(upTo: limit + 1 - start.count))
        guard bytes.count <= limit else { throw DocumentError(tooLarge: input.name, limit: limit) }
        if kind == .feed {
            source = .feed(FeedSource(bytes, name: input.name, limits: limits))
            return nil
        }
        if kind == .json { return try readJSON(try TextDecoding.text(bytes, name: input.name), name: input.name) }
        let text = try TextDecoding.anyText(bytes, isHTML: kind == .html, name: input.name)
        switch kind {
        case .html: return Document(name: input.name, submission: .init(content: text, contentType: "text/html"))
        case .markdown:
            return Document(name: input.name, submission: .init(content: text, contentType: "text/markdown"))
        default: return Document(name: input.name, submission: .init(content: text, contentType: "text/plain"))
        }
    }

    /// A kind that a name may promise, save those that only a signature makes true.
    private static func unsigned(_ promised: ContentKind?) -> ContentKind? {
        switch promised {
        case .archive, .gzip, .pdf, .epub, .feed: nil
        default: promised
        }
    }

    /// Opens a web archive, or what else is compressed.
    private func readArchive(
        _ input: ByteInput,
        _ start: [UInt8],
        _ kind: ContentKind,
        promised: ContentKind?
    ) throws(DocumentError) -> Document? {
        let size = input.size
        let from = options.places[input.name]
        if let from {
            guard size.map({ $0 >= from.offset }) ?? true else {
                throw DocumentError(
                    .damaged,
                    input.name,
                    "shorter than when it was read last, so there is no place to go on at; delete the file of places"
                )
            }
            try input.seek(to: from.offset)
        }
        let (start, offset) = from.map { ([], $0.offset) } ?? (start, 0)
        func begin(_ source: RecordStream.Source, _ start: [UInt8]) {
            let records = RecordStream(source, start: start, name: input.name, offset: offset)
            let archive = ArchiveReader(records, skipped: from?.records ?? 0, limits: limits)
            self.source = .archive(archive, size: size)
        }
        guard kind == .gzip else {
            begin(.plain(input), start)
            return nil
        }
        let gzip = GzipStream(input, start: start, offset: offset)
        if from != nil || promised == .archive {
            begin(.gzip(gzip), [])
            return nil
        }
        let inner = ByteInput(gzip)
        let first = try inner.readStart(upTo: ArchiveReader.mark.count) { _ in false }
        if first.elementsEqual(ArchiveReader.mark) {
            begin(.gzip(gzip), first)
            return nil
        }
        guard !GzipStream.isGzip(first) else {
            throw DocumentError(.unsupported, input.name, "compressed twice; decompress it once")
        }
        return try read(ByteInput(first, before: inner), promised: promised)
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
        let record = options.fields.applied(to: json)
        return try DocumentRecord.read(record, name: name, source: name, limit: limits.document)
    }
}
