package import Logging

/// A swift-log handler that writes each event as one line with one `write(2)`.
package struct LineLogHandler: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    package var logLevel: Logger.Level

    private let label: String
    private let format: LogFormat
    private let colours: Bool
    private let clock: @Sendable () -> LogTime
    private let sink: @Sendable ([UInt8]) -> Void

    /// A handler.
    ///
    /// - Parameters:
    ///   - clock: the time of day, for tests to fix.
    ///   - sink: takes each whole line, newline included.
    package init(
        label: String,
        level: Logger.Level,
        format: LogFormat,
        colours: Bool = false,
        clock: @escaping @Sendable () -> LogTime = LogTime.now,
        sink: @escaping @Sendable ([UInt8]) -> Void = StandardError.write
    ) {
        self.label = label
        self.format = format
        self.colours = colours
        self.clock = clock
        self.sink = sink
        logLevel = level
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var fields = metadata
        // The event's own fields win over the provider's, and those over the handler's.
        if let provided = metadataProvider?.get() { fields.merge(provided) { $1 } }
        if let own = event.metadata { fields.merge(own) { $1 } }
        // The description of an error may quote its input, so only its type is logged.
        if let error = event.error { fields["error"] = LogField.failure(error).value }
        let record = LogRecord(
            time: clock(),
            level: event.level,
            label: label,
            message: event.message.description,
            fields: fields.sorted { $0.key < $1.key }.map { ($0.key, LogValue($0.value)) }
        )
        switch format {
        case .text: sink(TextLine.bytes(record, colours: colours))
        case .json: sink(JSONLine.bytes(record))
        }
    }
}
