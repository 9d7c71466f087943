package import ArgumentParser
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

            With --explain it writes {"id","decisions":[{"end","ends","rule"}]} instead: each place that was looked at \
            closely, the rule that matched, and, where the rules are not sure, the score of the model and what weighed \
            most in it. A sentence ends where the score is positive, but to overrule a rule takes more than 1.5.

            Example: echo 'Dr. No said no. He left.' | standpoint segment

            A line that can't be read is reported, and the others go on. \
            Exit status: 0 all done, 1 something in the input failed, 2 wrong usage or no such file.
            """
    )

    /// The longest line, and the longest plain text, in bytes: a shelf of books.
    private static let limit = 256 << 20

    @Argument(help: "JSON Lines or plain text; - or nothing is standard input.")
    var file: String?

    @Option(
        help: "What a line break means: 'hard', the end of a sentence, or 'soft', nothing unless the line is blank."
    )
    var newlines: LineBreaks = .hard

    @Option(
        help: ArgumentHelp(
            "The language of the text, as a BCP 47 tag, where a line has no \"language\" of its own.",
            discussion: "There are tables for en, es, fr, de, it and pt; other languages get the rules that need none."
        )
    )
    var language = "en"

    @Flag(help: "Decide by the rules alone, without the model.")
    var rulesOnly = false

    @Flag(help: "Write why each sentence ends or goes on.")
    var explain = false

    @Flag(help: .hidden)
    var candidates = false

    package init() {}

    package func execute(on console: Console) throws {
        let input = try console.open(file)
        let segmenter = SegmentWriter(command: self)
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

    private func segmentLines(_ reader: LineReader, _ segmenter: SegmentWriter, _ console: Console) throws {
        var failures = FailureCount()
        try TextLine.forEach(in: reader, console, &failures) { line throws(DocumentError) in
            line
        } write: { line, bytes in
            segmenter.append(line.id, line.text, language: line.rest.rest["language"]?.string, to: &bytes)
        }
        try failures.check()
    }

    private func segmentText(
        _ input: ByteInput,
        start: [UInt8],
        _ segmenter: SegmentWriter,
        _ console: Console
    ) throws {
        let text: String
        do throws(DocumentError) {
            let bytes = start + (try input.read(upTo: Self.limit + 1 - start.count))
            guard bytes.count <= Self.limit else {
                throw DocumentError(.tooLarge, input.name, "larger than 256 MiB; split it, or give JSON Lines")
            }
            text = try TextDecoding.text(bytes, name: input.name)
        } catch { throw CommandError(error.told) }
        let id = file.map { $0 == "-" ? "stdin" : $0 } ?? "stdin"
        try console.output.write { segmenter.append(JSON(id), text, language: nil, to: &$0) }
    }
}

/// What `--newlines` may be.
enum LineBreaks: String, CaseIterable, ExpressibleByArgument {
    case hard, soft

    var newlines: SentenceSegmenter.Newlines { self == .hard ? .hard : .soft }
}
