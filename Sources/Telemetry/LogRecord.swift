internal import Logging

/// One event, ready to be written.
struct LogRecord {
    let time: LogTime
    let level: Logger.Level
    let label: String
    let message: String
    /// Sorted by key, so that equal events make equal lines.
    let fields: [(key: String, value: LogValue)]
}

/// A metadata value, flat.
enum LogValue: Equatable {
    case text(String)
    case number(Int)

    /// Numbers stay numbers; nested values become the text of at most their first elements.
    init(_ value: Logger.MetadataValue) {
        switch value {
        case .string(let text): self = .text(text)
        case .stringConvertible(let value as Int): self = .number(value)
        case .stringConvertible(let value): self = .text(value.description)
        case .array(let values): self = .text("[\(values.count) values]")
        case .dictionary(let values): self = .text("[\(values.count) fields]")
        }
    }

    var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        }
    }
}

/// The bounds of a line, in bytes after escaping.
enum LogBounds {
    /// A `write` of at most PIPE_BUF bytes to a pipe is never mixed with another process's (POSIX.1-2017, write);
    /// PIPE_BUF is 4,096 on Linux (pipe(7)).
    static let line = 4_096
    static let message = 1_024
    static let label = 64
    static let key = 64
    static let value = 256
    /// Room for the mark of a shortened line and for its end.
    static let reserve = 32
}
