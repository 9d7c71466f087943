internal import Logging

/// The text form: `2026-11-23T21:05:26.123Z info queue: article accepted article=… worker=…`.
enum TextLine {
    /// The line with its newline, at most 4,096 bytes. Fields that do not fit are left out, and `truncated=true` says so.
    static func bytes(_ record: LogRecord, colours: Bool) -> [UInt8] {
        let level = record.level.rawValue
        var line = record.time.text + " " + (colours ? colour(record.level) + level + "\u{1B}[0m" : level)
        line += " " + LogText.token(record.label, limit: LogBounds.label) + ": "
        line += LogText.token(record.message, limit: LogBounds.message, allowsSpaces: true)
        for (key, value) in record.fields {
            let field =
                " " + LogText.token(key, limit: LogBounds.key) + "=" + LogText.token(value.text, limit: LogBounds.value)
            guard line.utf8.count + field.utf8.count <= LogBounds.line - LogBounds.reserve else {
                line += " truncated=true"
                break
            }
            line += field
        }
        return Array((line + "\n").utf8)
    }

    /// Select Graphic Rendition (ECMA-48, 8.3.117): grey, blue, green, cyan, yellow, red, bold red.
    private static func colour(_ level: Logger.Level) -> String {
        switch level {
        case .trace: "\u{1B}[90m"
        case .debug: "\u{1B}[34m"
        case .info: "\u{1B}[32m"
        case .notice: "\u{1B}[36m"
        case .warning: "\u{1B}[33m"
        case .error: "\u{1B}[31m"
        case .critical: "\u{1B}[1;31m"
        }
    }
}
