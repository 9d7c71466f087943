package import Logging

extension Logger {
    /// Logs a fixed message with fields of known kinds; both are untouched while the level is off.
    ///
    /// The message is a literal by its type, so no article's text can be interpolated into it.
    package func record(
        _ level: Level,
        _ message: StaticString,
        _ fields: @autoclosure () -> [LogField] = [],
        file: String = #fileID,
        function: String = #function,
        line: UInt = #line
    ) {
        log(
            level: level,
            "\(message)",
            metadata: Metadata(fields: fields()),
            file: file,
            function: function,
            line: line
        )
    }
}

extension Logger.Metadata {
    /// The fields as metadata; of two with one key the last wins.
    package init(fields: [LogField]) {
        self.init(fields.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    }
}
