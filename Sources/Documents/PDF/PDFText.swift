/// The text of a PDF file, by poppler's `pdftotext`, where that is installed.
enum PDFText {
    /// A long report takes a second or two.
    private static let longestTime = Duration.seconds(60)
    /// In kilobytes, of virtual memory.
    private static let mostMemory = 1 << 20

    /// - Throws: ``DocumentError`` `unsupported` where there is no `pdftotext`, `damaged` where it finds no text, `tooLarge`
    ///   where there is more text than `limit` bytes or the time is over.
    static func text(of bytes: [UInt8], name: String, limit: Int) throws(DocumentError) -> String {
        // Processor time and memory by the shell's limits, which go over to the program that takes its place.
        let script = "ulimit -v \(mostMemory); ulimit -t 60; exec pdftotext -q -enc UTF-8 -nopgbrk - -"
        let outcome: ChildProcess.Outcome
        do throws(ChildProcess.Failure) {
            outcome = try ChildProcess.run(script, input: bytes, limit: limit, time: longestTime)
        } catch {
            switch error {
            case .tooMuch: throw DocumentError(tooLarge: name, limit: limit)
            case .tooLong:
                throw DocumentError(.tooLarge, name, "pdftotext has not read it within \(longestTime); split it")
            case .system(let what): throw DocumentError(.unreadable, name, "pdftotext could not be started: \(what)")
            }
        }
        switch outcome.status {
        case 0: break
        case 127:
            throw DocumentError(
                .unsupported,
                name,
                "a PDF file, which needs pdftotext: install poppler-utils (apt-get install poppler-utils), or make text of it"
            )
        case 3:
            throw DocumentError(.damaged, name, "a PDF file whose text must not be copied; ask for another form of it")
        default:
            throw DocumentError(.damaged, name, "pdftotext can't read it; it is damaged, encrypted or too intricate")
        }
        let text = joined(String(decoding: outcome.output, as: UTF8.self))
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw DocumentError(
                .damaged,
                name,
                "a PDF file without text, such as a scan; have its text recognised first"
            )
        }
        return text
    }

    /// Words that were hyphenated at the end of a line in one piece again, where both parts are in lower case.
    static func joined(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        func isLower(_ place: Int) -> Bool { bytes.indices.contains(place) && (0x61...0x7A).contains(bytes[place]) }
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "-"), index + 1 < bytes.count, bytes[index + 1] == 0x0A, isLower(index - 1),
                isLower(index + 2)
            {
                index += 2
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
