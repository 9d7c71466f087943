import Foundation
import Logging
import Testing

@testable import Telemetry

@Suite struct LogFieldTests {
    @Test(arguments: ["Kim can now keep talking", "", "a\nb", "“a joke”", String(repeating: "a", count: 129)])
    func `text that is no identifier never gets into a field`(text: String) {
        #expect(LogField.article(text).value == .string("<not an identifier>"))
    }

    @Test(arguments: ["a1f0", "01JD8-X_y", "0.1.0+b/c:d"])
    func `identifiers are kept`(text: String) {
        #expect(LogField.article(text).value == .string(text))
    }

    @Test func `errors are logged by type and code, never by description`() {
        struct Leak: LoggableError, CustomStringConvertible {
            let logCode = "too_long"
            let description = "the whole article"
        }
        struct Plain: Error, CustomStringConvertible { let description = "the whole article" }
        #expect(LogField.failure(Leak()).value == .string("Leak:too_long"))
        #expect(LogField.failure(Plain()).value == .string("Plain"))
    }

    @Test func `durations are whole milliseconds`() {
        let field = LogField.duration(.milliseconds(1_500))
        #expect(field.key == "milliseconds")
        #expect(field.value.description == "1500")
    }

    @Test func `fields are not made while the level is off`() {
        let lines = LineCollector()
        let handler = LineLogHandler(label: "q", level: .warning, format: .text, sink: { lines.append($0) })
        let logger = Logger(label: "q", factory: { _ in handler })
        var made = 0
        func field() -> LogField {
            made += 1
            return .count(made)
        }
        logger.record(.info, "off", [field()])
        #expect(made == 0)
        logger.record(.warning, "on", [field()])
        #expect(made == 1)
        #expect(lines.all.hasSuffix(" warning q: on count=1\n"))
    }

    @Test func `a line is written whole to a pipe`() throws {
        let pipe = Pipe()
        StandardError.write(Array("one line\n".utf8), to: pipe.fileHandleForWriting.fileDescriptor)
        try pipe.fileHandleForWriting.close()
        #expect(try pipe.fileHandleForReading.readToEnd() == Data("one line\n".utf8))
    }
}
