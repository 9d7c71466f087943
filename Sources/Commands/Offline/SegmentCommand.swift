package import ArgumentParser
internal import Article
internal import Documents
internal import JSON
internal import Segmentation
internal import Service

/// `standpoint segment`: text to sentences.
package struct SegmentCommand: OfflineCommand {
    package static let configuration = CommandConfiguration(
        commandName: "segment",
        abstract: "Cut text into sentences.",
        discussion: """
            Reads JSON Lines {"id","text"}, or plain text, from FILE or standard input. Writes a line for each:
            {"id","sentences":[{"start","end","text"}]}, with half-open spans in Unicode code points. The id of plain \
            text is the name of the file, or "stdin".

            Example: echo 'Dr. No said no. He left.' | standpoint segment

            A line that can't be read is reported, and the others go on. \
            Exit status: 0 all done, 1 something in the input failed, 2 wrong usage or no such file.
            """
    )

    /// The longest line, and the longest plain text, in bytes: a book of ten thousand pages.
    private static let limit = 64 << 20

    @Argument(help: "JSON Lines or plain text; - or nothing is standard input.")
    var file: String?

    @Option(
        help: "What a line break means: 'hard', the end of a sentence, or 'soft', nothing unless the line is blank."
    )
    var newlines: LineBreaks = .hard

    package init() {}

    package func execute(on console: Console) throws {
        let input = try console.open(file)
        let segmenter = SentenceSegmenter(newlines: newlines.newlines)
        let start: [UInt8]
        do throws(DocumentError) {
            start = try input.readStart(upTo: 4096) { $0.contains { !Self.isSpaceOrMark($0) } }
        } catch { throw CommandError(error) }
        if start.first(where: { !Self.isSpaceOrMark($0) }) == UInt8(ascii: "{") {
            try segmentLines(LineReader(input, start: start, limit: Self.limit), segmenter, console)
        } else {
            try segmentText(input, start: start, segmenter, console)
        }
    }

    private static func isSpaceOrMark(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte) || [0xEF, 0xBB, 0xBF].contains(byte)
    }

    private func segmentLines(_ reader: LineReader, _ segmenter: SentenceSegmenter, _ console: Console) throws {
        var failures = FailureCount()
        try TextLine.forEach(in: reader, console, &failures) { line throws(DocumentError) in
            SentenceLine(id: line.id, text: line.text)
        } write: { line, bytes in
            line.append(to: &bytes, segmenter)
        }
        try failures.check()
    }

    private func segmentText(
        _ input: ByteInput,
        start: [UInt8],
        _ segmenter: SentenceSegmenter,
        _ console: Console
    ) throws {
        let text: String
        do throws(DocumentError) {
            let bytes = start + (try input.read(upTo: Self.limit + 1 - start.count))
            guard bytes.count <= Self.limit else {
                throw DocumentError(.tooLarge, input.name, "larger than 64 MiB; split it, or give JSON Lines")
            }
            text = try TextDecoding.text(bytes, name: input.name)
        } catch { throw CommandError(error.told) }
        let id = file.map { $0 == "-" ? "stdin" : $0 } ?? "stdin"
        try console.output.write { SentenceLine(id: JSON(id), text: text).append(to: &$0, segmenter) }
    }
}

/// What `--newlines` may be.
enum LineBreaks: String, CaseIterable, ExpressibleByArgument {
    case hard, soft

    var newlines: SentenceSegmenter.Newlines { self == .hard ? .hard : .soft }
}

/// A line of output: a text's sentences.
struct SentenceLine {
    let id: JSON
    let text: String

    func append(to bytes: inout [UInt8], _ segmenter: SentenceSegmenter) {
        bytes.append("{\"id\":")
        bytes.append(contentsOf: id.encoded())
        bytes.append(",\"sentences\":[")
        var text = text
        text.withUTF8 { utf8 in
            var walk = ScalarWalk(utf8)
            var isFirst = true
            for span in segmenter.segment(utf8.span) {
                if !isFirst { bytes.append(0x2C) }
                isFirst = false
                bytes.append("{\"start\":")
                bytes.append(decimal: span.start)
                bytes.append(",\"end\":")
                bytes.append(decimal: span.end)
                bytes.append(",\"text\":")
                let start = walk.byte(of: span.start)
                bytes.append(jsonString: UnsafeBufferPointer(rebasing: utf8[start..<walk.byte(of: span.end)]))
                bytes.append(0x7D)
            }
        }
        bytes.append("]}\n")
    }
}
